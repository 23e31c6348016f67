package io.imagepriors.autoencoder.network;

import io.imagepriors.api.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One layer of a network. Sizes of inputs follow from the layers before it. */
public sealed interface Layer {

  /**
   * The sides of one output, without the batch.
   *
   * @param input the sides of one input: {@code [n]} or {@code [channels, height, width]}
   * @throws InvalidInputException if this layer can't take such an input
   */
  Dims output(Dims input);

  /** The layer's weights in order: their names within the layer, and their sides. */
  default Map<String, Dims> weights(Dims input) {
    return Map.of();
  }

  /** A matrix {@code weight [outputs, inputs]} and a {@code bias}, over the flattened input. */
  record Linear(int outputs) implements Layer {
    @Override
    public Dims output(Dims input) {
      return Dims.of(outputs);
    }

    @Override
    public Map<String, Dims> weights(Dims input) {
      return inOrder("weight", Dims.of(outputs, input.size()), "bias", Dims.of(outputs));
    }
  }

  /**
   * A two-dimensional convolution with a square kernel of odd side, {@code weight [channels,
   * inputs, kernel, kernel]}, and a {@code bias}, zero-padded by {@code kernel / 2}, so that an
   * even side is divided by {@code stride}.
   */
  record Convolution(int channels, int kernel, int stride) implements Layer {

    /**
     * @throws InvalidInputException if the kernel's side is even or the stride below 1
     */
    public Convolution {
      if (kernel < 1 || kernel % 2 == 0 || stride < 1) {
        throw InvalidInputException.of(
            "convolution",
            "have a kernel of odd side and a stride of at least 1",
            "kernel " + kernel + ", stride " + stride);
      }
    }

    /** The zeros added at each edge. */
    public int padding() {
      return kernel / 2;
    }

    @Override
    public Dims output(Dims input) {
      requireImage(this, input);
      return Dims.of(channels, shrunk(input.side(1)), shrunk(input.side(2)));
    }

    @Override
    public Map<String, Dims> weights(Dims input) {
      requireImage(this, input);
      Dims weight = Dims.of(channels, input.side(0), kernel, kernel);
      return inOrder("weight", weight, "bias", Dims.of(channels));
    }

    private int shrunk(int side) {
      return (side + 2 * padding() - kernel) / stride + 1;
    }
  }

  /**
   * Batch normalisation per channel (after a convolution) or per value (after a linear layer):
   * {@code gamma (x - mean) / sqrt(variance + EPSILON) + beta}, with the statistics of training. It
   * follows a {@link Linear} or a {@link Convolution}, into whose weights it can be folded.
   */
  record BatchNorm() implements Layer {
    /** What is added to the variance. */
    public static final double EPSILON = 1e-5;

    @Override
    public Dims output(Dims input) {
      return input;
    }

    @Override
    public Map<String, Dims> weights(Dims input) {
      Dims side = Dims.of(input.side(0));
      return inOrder("gamma", side, "beta", side, "mean", side, "variance", side);
    }
  }

  /** {@code max(0, x)}. */
  record Relu() implements Layer {
    @Override
    public Dims output(Dims input) {
      return input;
    }
  }

  /** {@code 1 / (1 + exp(-x))}. */
  record Sigmoid() implements Layer {
    @Override
    public Dims output(Dims input) {
      return input;
    }
  }

  /** Every pixel becomes a 2x2 block: nearest-neighbour upsampling. */
  record Upsample() implements Layer {
    @Override
    public Dims output(Dims input) {
      requireImage(this, input);
      return Dims.of(input.side(0), 2 * input.side(1), 2 * input.side(2));
    }
  }

  /** Flat values become an image of channels, height and width. */
  record Reshape(int channels, int height, int width) implements Layer {
    @Override
    public Dims output(Dims input) {
      Dims output = Dims.of(channels, height, width);
      if (output.size() != input.size()) {
        throw InvalidInputException.of("input of " + this, "hold " + output.size(), input.size());
      }
      return output;
    }
  }

  private static void requireImage(Layer layer, Dims input) {
    if (input.rank() != 3) {
      throw InvalidInputException.of("input of " + layer, "be an image", input + " flat values");
    }
  }

  private static Map<String, Dims> inOrder(Object... namesAndDims) {
    Map<String, Dims> weights = new LinkedHashMap<>();
    for (int i = 0; i < namesAndDims.length; i += 2) {
      weights.put((String) namesAndDims[i], (Dims) namesAndDims[i + 1]);
    }
    return weights;
  }
}
