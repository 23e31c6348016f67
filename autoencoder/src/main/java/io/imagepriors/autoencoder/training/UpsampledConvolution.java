package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Nearest-neighbour upsampling by two and then a 3x3 convolution, computed at the lower resolution.
 *
 * <p>After upsampling, the three taps of a row lie on two neighbours of the small image: for an
 * even output row on (r-1, r, r), for an odd one on (r, r, r+1). So each of the 2x2 phases of the
 * output is a 3x3 convolution of the small image whose kernel is a sum of taps, and the phases are
 * four output channels of one convolution. Same numbers up to rounding; the step of a whole
 * training runs twice as fast, since PyTorch is slow at convolutions with few output channels and
 * the large image between the layers is never made.
 */
final class UpsampledConvolution {
  private static final int TAPS = 9;
  private static final int PHASES = 4;

  /** Where tap 0, 1, 2 of a row falls on the small image, for an even and an odd output row. */
  private static final int[][] TARGET = {{0, 1, 1}, {1, 1, 2}};

  private UpsampledConvolution() {}

  /**
   * The convolution of the upsampled input, zero-padded by one.
   *
   * @param x [count, inputs, height, width]
   * @param weight [outputs, inputs, 3, 3]
   * @param bias [outputs]
   * @return [count, outputs, 2 height, 2 width]
   */
  static NDArray run(NDArray x, NDArray weight, NDArray bias) {
    long outputs = weight.getShape().get(0);
    long inputs = weight.getShape().get(1);
    long count = x.getShape().get(0);
    long height = x.getShape().get(2);
    long width = x.getShape().get(3);
    NDArray sums = x.getManager().create(tapSums(), new Shape(TAPS, PHASES * TAPS));
    NDArray phaseWeight =
        weight
            .reshape(outputs * inputs, TAPS)
            .matMul(sums)
            .reshape(outputs, inputs, PHASES, TAPS)
            .transpose(0, 2, 1, 3)
            .reshape(outputs * PHASES, inputs, 3, 3);
    NDArray phaseBias =
        bias.reshape(outputs, 1).broadcast(outputs, PHASES).reshape(outputs * PHASES);
    return Forward.convolve(x, phaseWeight, phaseBias, 1, 1)
        .reshape(count, outputs, 2, 2, height, width)
        .transpose(0, 1, 4, 2, 5, 3)
        .reshape(count, outputs, 2 * height, 2 * width);
  }

  /** The 0-1 matrix from the taps of a kernel to those of its four phases. */
  private static float[] tapSums() {
    float[] sums = new float[TAPS * PHASES * TAPS];
    for (int phase = 0; phase < PHASES; phase++) {
      for (int tap = 0; tap < TAPS; tap++) {
        int row = TARGET[phase / 2][tap / 3];
        int column = TARGET[phase % 2][tap % 3];
        sums[(tap * PHASES + phase) * TAPS + row * 3 + column] = 1f;
      }
    }
    return sums;
  }
}
