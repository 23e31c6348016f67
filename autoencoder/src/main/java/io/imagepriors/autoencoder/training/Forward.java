package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import io.imagepriors.autoencoder.network.Layer;
import io.imagepriors.autoencoder.network.Network;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a described network in DJL's operators.
 *
 * @param weights views by full name; the statistics of batch normalisation are updated in place
 *     while training
 * @param training whether batch normalisation uses the batch's statistics, and learns them
 */
record Forward(Map<String, NDArray> weights, boolean training) {
  /** How much of the running statistics a step keeps. */
  private static final float MOMENTUM = 0.9f;

  /** The computation by given weights, with the statistics that training learned. */
  static Forward of(NDManager manager, Weights weights) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (String name : weights.names()) {
      Tensor tensor = weights.get(name);
      long[] sides = tensor.dims().sides().stream().mapToLong(Integer::longValue).toArray();
      arrays.put(name, manager.create(tensor.values(), new Shape(sides)));
    }
    return new Forward(arrays, false);
  }

  /** The output for a batch of inputs, [count, ...]. */
  NDArray run(Network network, NDArray input) {
    NDArray x = input;
    List<Layer> layers = network.layers();
    for (int i = 0; i < layers.size(); i++) {
      if (i + 1 < layers.size() && isUpsampledConvolution(layers.get(i), layers.get(i + 1))) {
        i++;
        x = UpsampledConvolution.run(x, get(network, i, "weight"), get(network, i, "bias"));
      } else {
        x = run(network, i, x);
      }
    }
    return x;
  }

  private static boolean isUpsampledConvolution(Layer first, Layer second) {
    return first instanceof Layer.Upsample
        && second instanceof Layer.Convolution convolution
        && convolution.kernel() == 3
        && convolution.stride() == 1;
  }

  private NDArray run(Network network, int index, NDArray x) {
    long count = x.getShape().get(0);
    Layer layer = network.layers().get(index);
    if (layer instanceof Layer.Linear) {
      NDArray flat = x.getShape().dimension() == 2 ? x : x.reshape(count, x.size() / count);
      NDArray weight = get(network, index, "weight");
      return Linear.linear(flat, weight, get(network, index, "bias")).singletonOrThrow();
    } else if (layer instanceof Layer.Convolution convolution) {
      NDArray weight = get(network, index, "weight");
      NDArray bias = get(network, index, "bias");
      return convolve(x, weight, bias, convolution.stride(), convolution.padding());
    } else if (layer instanceof Layer.BatchNorm) {
      return normalise(network, index, x);
    } else if (layer instanceof Layer.Relu) {
      return Activation.relu(x);
    } else if (layer instanceof Layer.Sigmoid) {
      return Activation.sigmoid(x);
    } else if (layer instanceof Layer.Upsample) {
      return x.repeat(2, 2).repeat(3, 2);
    } else if (layer instanceof Layer.Reshape image) {
      return x.reshape(count, image.channels(), image.height(), image.width());
    }
    throw new AssertionError(layer);
  }

  private NDArray normalise(Network network, int index, NDArray x) {
    return BatchNorm.batchNorm(
            x,
            get(network, index, "mean"),
            get(network, index, "variance"),
            get(network, index, "gamma"),
            get(network, index, "beta"),
            -1, // any other axis makes DJL swap axes, which only costs: PyTorch always takes axis 1
            MOMENTUM,
            (float) Layer.BatchNorm.EPSILON,
            training)
        .singletonOrThrow();
  }

  static NDArray convolve(NDArray x, NDArray weight, NDArray bias, int stride, int padding) {
    return Conv2d.conv2d(
            x,
            weight,
            bias,
            new Shape(stride, stride),
            new Shape(padding, padding),
            new Shape(1, 1),
            1)
        .singletonOrThrow();
  }

  private NDArray get(Network network, int layer, String weight) {
    return weights.get(network.weightName(layer, weight));
  }
}
