package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the standard deviation of white noise in images, from differences that images hardly have:
 * {@code w = |y_00 - y_01 - y_10 + y_11| / 2} over all squares of two by two pixels. Of noise alone
 * it is the size of a Gaussian of that deviation. The first estimate is the median of {@code w}
 * over 0.6745 (Donoho and Johnstone, doi:10.1093/biomet/81.3.425); then values above two
 * deviations, which edges make, are left out, and the deviation of what is left is corrected for
 * that, until it settles.
 *
 * <p>Pictures can't hold noise below black. Where a part of the values is exactly 0 and none is
 * less, half of the noise of a black ground was cut off: these zeros are the lower half of the
 * ground's values, so the value of rank one and a half times their number is the median of its
 * upper half, 0.6745 deviations.
 */
final class NoiseEstimate {
  /** The median of the size of a standard Gaussian. */
  private static final double MEDIAN = 0.6744897501960817;

  private static final double CLIP = 2;

  /** The variance of a standard Gaussian between -2 and 2. */
  private static final double KEPT = 0.7737413;

  private static final int ROUNDS = 20;

  /** Fewer squares tell too little. */
  private static final int FEWEST = 16;

  /** The share of zeros that speaks for cut noise: of more than half, some are clean black. */
  private static final double FEWEST_ZEROS = 0.1;

  private static final double MOST_ZEROS = 0.5;

  /** A hundredth of a grey level: the likelihood needs some noise. */
  private static final double LEAST = 0.01 / 255;

  private NoiseEstimate() {}

  /**
   * One deviation for all images of a stack.
   *
   * @param measured 0 where values mean nothing, for all images; empty where all were measured
   * @throws InvalidInputException if too few neighbouring values were measured
   */
  static double of(ImageStack y, Optional<ImageStack> measured) {
    double cut = ofCutNoise(y, measured);
    return Math.max(LEAST, cut > 0 ? cut : ofDifferences(differences(y, measured)));
  }

  private static double ofDifferences(double[] differences) {
    if (differences.length < FEWEST) {
      throw InvalidInputException.of(
          "image whose noise is to be estimated (sigma=auto)",
          "show at least " + FEWEST + " squares of 2x2 pixels",
          differences.length + "; give sigma as a number");
    }
    Arrays.sort(differences);
    double sigma = differences[differences.length / 2] / MEDIAN;
    for (int round = 0; round < ROUNDS; round++) {
      double squares = 0;
      int count = 0;
      while (count < differences.length && differences[count] <= CLIP * sigma) {
        squares += differences[count] * differences[count];
        count++;
      }
      sigma = count == 0 ? 0 : Math.sqrt(squares / count / KEPT);
    }
    return sigma;
  }

  private static double[] differences(ImageStack y, Optional<ImageStack> measured) {
    Shape shape = y.shape();
    int width = shape.width();
    double[] differences = new double[y.pixels().length];
    int found = 0;
    for (int k = 0; k < y.pixels().length; k++) {
      int place = k % (shape.height() * width);
      boolean inside = place % width < width - 1 && place / width < shape.height() - 1;
      if (inside && isMeasured(measured, k % shape.size(), width)) {
        float[] p = y.pixels();
        differences[found++] = Math.abs(p[k] - p[k + 1] - p[k + width] + p[k + width + 1]) / 2;
      }
    }
    return Arrays.copyOf(differences, found);
  }

  private static boolean isMeasured(Optional<ImageStack> measured, int at, int width) {
    return measured.isEmpty()
        || (measured.get().pixels()[at] != 0
            && measured.get().pixels()[at + 1] != 0
            && measured.get().pixels()[at + width] != 0
            && measured.get().pixels()[at + width + 1] != 0);
  }

  /** The deviation if noise below black was cut off, else 0. */
  private static double ofCutNoise(ImageStack y, Optional<ImageStack> measured) {
    float[] values = new float[y.pixels().length];
    int count = 0;
    int zeros = 0;
    for (int k = 0; k < values.length; k++) {
      if (measured.isEmpty() || measured.get().pixels()[k % y.shape().size()] != 0) {
        values[count++] = y.pixels()[k];
        zeros += y.pixels()[k] == 0 ? 1 : 0;
      }
    }
    values = Arrays.copyOf(values, count);
    Arrays.sort(values);
    boolean isCut =
        count > 0 && values[0] == 0 && zeros >= FEWEST_ZEROS * count && zeros <= MOST_ZEROS * count;
    return isCut ? values[Math.min(count - 1, zeros + zeros / 2)] / MEDIAN : 0;
  }
}
