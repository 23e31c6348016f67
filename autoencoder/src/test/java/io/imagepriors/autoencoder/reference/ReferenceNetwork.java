package io.imagepriors.autoencoder.reference;

import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Layer;
import io.imagepriors.autoencoder.network.Network;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * A network computed layer by layer in double precision by plain loops, batch normalisation and
 * all: slow, and obviously right.
 */
final class ReferenceNetwork {
  private final Network network;
  private final List<Dims> sizes;
  private final Weights weights;

  ReferenceNetwork(Network network, Dims input, Weights weights) {
    this.network = network;
    this.sizes = network.sizes(input);
    this.weights = weights;
  }

  /** The input and the output of every layer. */
  List<double[]> forward(double[] input) {
    List<double[]> values = new ArrayList<>(List.of(input));
    for (int i = 0; i < network.layers().size(); i++) {
      input = forward(i, input);
      values.add(input);
    }
    return values;
  }

  /** The gradient with respect to the input, given that with respect to the output. */
  double[] backward(List<double[]> values, double[] gradient) {
    for (int i = network.layers().size() - 1; i >= 0; i--) {
      gradient = backward(i, values.get(i + 1), gradient);
    }
    return gradient;
  }

  private double[] forward(int index, double[] x) {
    Layer layer = network.layers().get(index);
    double[] y = new double[sizes.get(index + 1).size()];
    if (layer instanceof Layer.Linear || layer instanceof Layer.Convolution) {
      connect(index, (from, to, weight) -> y[to] += weight * x[from]);
      Tensor bias = weight(index, "bias");
      int share = y.length / sizes.get(index + 1).side(0);
      for (int i = 0; i < y.length; i++) {
        y[i] += bias.get(i / share);
      }
    } else if (layer instanceof Layer.BatchNorm) {
      for (int i = 0; i < y.length; i++) {
        int channel = channel(index, i);
        double centred = x[i] - weight(index, "mean", channel);
        y[i] = centred * scale(index, channel) + weight(index, "beta", channel);
      }
    } else if (layer instanceof Layer.Upsample) {
      connect(index, (from, to, weight) -> y[to] += x[from]);
    } else {
      for (int i = 0; i < y.length; i++) {
        y[i] =
            layer instanceof Layer.Relu
                ? Math.max(0, x[i])
                : layer instanceof Layer.Sigmoid ? 1 / (1 + Math.exp(-x[i])) : x[i];
      }
    }
    return y;
  }

  private double[] backward(int index, double[] y, double[] gradient) {
    Layer layer = network.layers().get(index);
    double[] result = new double[sizes.get(index).size()];
    if (layer instanceof Layer.Linear
        || layer instanceof Layer.Convolution
        || layer instanceof Layer.Upsample) {
      connect(index, (from, to, weight) -> result[from] += weight * gradient[to]);
      return result;
    }
    for (int i = 0; i < result.length; i++) {
      double slope = 1;
      if (layer instanceof Layer.BatchNorm) {
        slope = scale(index, channel(index, i));
      } else if (layer instanceof Layer.Relu) {
        slope = y[i] > 0 ? 1 : 0;
      } else if (layer instanceof Layer.Sigmoid) {
        slope = y[i] * (1 - y[i]);
      }
      result[i] = slope * gradient[i];
    }
    return result;
  }

  /** One product of a linear map. */
  private interface Edge {
    void visit(int from, int to, double weight);
  }

  private void connect(int index, Edge edge) {
    Layer layer = network.layers().get(index);
    if (layer instanceof Layer.Linear) {
      Tensor weight = weight(index, "weight");
      int inputs = sizes.get(index).size();
      for (int to = 0; to < sizes.get(index + 1).size(); to++) {
        for (int from = 0; from < inputs; from++) {
          edge.visit(from, to, weight.get(to * inputs + from));
        }
      }
    } else if (layer instanceof Layer.Convolution convolution) {
      connect(index, convolution, edge);
    } else {
      Dims out = sizes.get(index + 1);
      for (int to = 0; to < out.size(); to++) {
        int column = to % out.side(2);
        int row = to / out.side(2) % out.side(1);
        int channel = to / (out.side(1) * out.side(2));
        int from = (channel * out.side(1) / 2 + row / 2) * (out.side(2) / 2) + column / 2;
        edge.visit(from, to, 1);
      }
    }
  }

  private void connect(int index, Layer.Convolution convolution, Edge edge) {
    Dims in = sizes.get(index);
    Dims out = sizes.get(index + 1);
    Tensor weight = weight(index, "weight");
    int kernel = convolution.kernel();
    int patch = in.side(0) * kernel * kernel;
    for (int to = 0; to < out.size(); to++) {
      int channel = to / (out.side(1) * out.side(2));
      int top = to / out.side(2) % out.side(1) * convolution.stride() - convolution.padding();
      int left = to % out.side(2) * convolution.stride() - convolution.padding();
      for (int i = 0; i < patch; i++) {
        int source = i / (kernel * kernel);
        int row = top + i / kernel % kernel;
        int column = left + i % kernel;
        if (row >= 0 && row < in.side(1) && column >= 0 && column < in.side(2)) {
          int from = (source * in.side(1) + row) * in.side(2) + column;
          edge.visit(from, to, weight.get(channel * patch + i));
        }
      }
    }
  }

  private double scale(int index, int channel) {
    return weight(index, "gamma", channel)
        / Math.sqrt(weight(index, "variance", channel) + Layer.BatchNorm.EPSILON);
  }

  private int channel(int index, int position) {
    Dims dims = sizes.get(index);
    return position / (dims.size() / dims.side(0));
  }

  private double weight(int index, String name, int position) {
    return weight(index, name).get(position);
  }

  private Tensor weight(int index, String name) {
    return weights.get(network.weightName(index, name));
  }
}
