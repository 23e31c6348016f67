package io.imagepriors.runtime.oneclass;

import io.imagepriors.api.ImageStack;

/**
 * The relative error of a blurred reconstruction, {@code ||B(D(Enc(x)) - x)|| / ||x||}, {@code B}
 * being the mean over 3x3 pixels with black beyond the border. An edge that is off by less than a
 * pixel cancels in the mean, a stroke too many or too few does not; and a heavy stroke has no more
 * error than a thin one. Stateless.
 */
final class BlurredError {
  private static final int WINDOW = 9;

  /** Of a black image's norm, which would divide by 0. */
  private static final double LEAST_NORM = 1e-6;

  private BlurredError() {}

  /** The error of each image. */
  static double[] of(ImageStack x, ImageStack decoded) {
    double[] errors = new double[x.count()];
    float[] difference = new float[x.shape().size()];
    for (int i = 0; i < errors.length; i++) {
      int from = x.offset(i);
      double norm = 0;
      for (int k = 0; k < difference.length; k++) {
        float value = x.pixels()[from + k];
        difference[k] = decoded.pixels()[from + k] - value;
        norm += value * value;
      }
      double blurred = squaredBlurred(difference, x.shape().height(), x.shape().width());
      errors[i] = Math.sqrt(blurred) / Math.max(Math.sqrt(norm), LEAST_NORM);
    }
    return errors;
  }

  /** {@code ||B d||²} over all planes. */
  private static double squaredBlurred(float[] d, int height, int width) {
    double sum = 0;
    for (int plane = 0; plane < d.length; plane += height * width) {
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          double mean = around(d, plane, row, column, height, width) / WINDOW;
          sum += mean * mean;
        }
      }
    }
    return sum;
  }

  private static double around(float[] d, int plane, int row, int column, int height, int width) {
    double sum = 0;
    for (int r = Math.max(0, row - 1); r <= Math.min(height - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(width - 1, column + 1); c++) {
        sum += d[plane + r * width + c];
      }
    }
    return sum;
  }
}
