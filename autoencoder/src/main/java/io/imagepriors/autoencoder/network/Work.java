package io.imagepriors.autoencoder.network;

import java.util.List;

/**
 * The least floating-point operations that matrix products and convolutions of a network take,
 * counting a product and a sum as two. All else (biases, rectifiers, norms) is left out: it is
 * little, and no processor does it at the speed of matrix products.
 *
 * <p>The product of a vector with the network's Jacobian takes as many again: every layer is
 * applied once more, transposed.
 */
public final class Work {
  private Work() {}

  /**
   * Operations for one input.
   *
   * @param input the sides of one input, without the batch
   */
  public static long operations(Network network, Dims input) {
    List<Dims> sizes = network.sizes(input);
    long sum = 0;
    for (int i = 0; i < network.layers().size(); i++) {
      Layer layer = network.layers().get(i);
      if (layer instanceof Layer.Linear) {
        sum += 2L * sizes.get(i).size() * sizes.get(i + 1).size();
      } else if (layer instanceof Layer.Convolution convolution) {
        boolean enlarged = i > 0 && network.layers().get(i - 1) instanceof Layer.Upsample;
        sum += operations(convolution, enlarged, sizes.get(i), sizes.get(i + 1));
      }
    }
    return sum;
  }

  /** Energy and gradient of one image: encoder and decoder, there and back. */
  public static long gradientStep(Autoencoder network) {
    return 2 * operations(network.encoder(), Dims.of(network.shape())) + latentStep(network);
  }

  /** One code decoded, and a vector pulled back: the decoder, there and back. */
  public static long latentStep(Autoencoder network) {
    return 2 * operations(network.decoder(), Dims.of(network.dimension()));
  }

  /**
   * A convolution after an upsampling is a transposed one of a kernel wider by one, at the smaller
   * resolution: a quarter of the positions.
   */
  private static long operations(
      Layer.Convolution convolution, boolean enlarged, Dims input, Dims output) {
    int kernel = convolution.kernel() + (enlarged ? 1 : 0);
    long positions = (long) output.side(1) * output.side(2) / (enlarged ? 4 : 1);
    return 2L * positions * convolution.channels() * input.side(0) * kernel * kernel;
  }
}
