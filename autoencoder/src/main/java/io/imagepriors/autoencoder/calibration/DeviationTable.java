package io.imagepriors.autoencoder.calibration;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;

/**
 * How far the truth is from a decoded image, pixel by pixel: a standard deviation for each class of
 * pixels, by the decoded value and by the range (largest minus smallest) of its 3x3 neighbourhood.
 * Immutable.
 *
 * <p>A decoder is sure of flat black and white and unsure of grey; where values change, a small
 * shift changes a pixel from one extreme to the other.
 */
final class DeviationTable {
  private final double[] bounds;
  private final double[] deviations;

  /**
   * @param bounds what values and ranges are compared with, rising
   * @param deviations one for each class, above 0, in the order of {@link #classes}
   * @throws InvalidInputException if that is not so
   */
  DeviationTable(double[] bounds, double[] deviations) {
    this.bounds = bounds.clone();
    this.deviations = deviations.clone();
    for (int i = 1; i < bounds.length; i++) {
      if (!(bounds[i] > bounds[i - 1])) {
        throw InvalidInputException.of("bounds of residuals", "rise", bounds[i]);
      }
    }
    int size = (bounds.length + 1) * (bounds.length + 1);
    if (deviations.length != size) {
      throw InvalidInputException.of("deviations of residuals", "be " + size, deviations.length);
    }
    for (double deviation : deviations) {
      if (!(deviation > 0 && deviation < 1e6)) {
        throw InvalidInputException.of("deviation of residuals", "be above 0", deviation);
      }
    }
  }

  double[] bounds() {
    return bounds.clone();
  }

  double[] deviations() {
    return deviations.clone();
  }

  /** Writes the standard deviation of each value. */
  void deviations(ImageStack decoded, ImageStack result) {
    int[] classes = classes(decoded, bounds);
    for (int k = 0; k < classes.length; k++) {
      result.pixels()[k] = (float) deviations[classes[k]];
    }
  }

  /**
   * The class of each value: row {@code i} of the table for values up to bound {@code i}, column
   * {@code j} for ranges up to bound {@code j}.
   */
  static int[] classes(ImageStack decoded, double[] bounds) {
    int[] classes = new int[decoded.pixels().length];
    Shape shape = decoded.shape();
    int plane = shape.height() * shape.width();
    float[] d = decoded.pixels();
    for (int from = 0; from < d.length; from += plane) {
      for (int k = 0; k < plane; k++) {
        float range = range(d, from, k / shape.width(), k % shape.width(), shape);
        int row = place(d[from + k], bounds);
        classes[from + k] = row * (bounds.length + 1) + place(range, bounds);
      }
    }
    return classes;
  }

  private static int place(float value, double[] bounds) {
    int place = 0;
    while (place < bounds.length && value > bounds[place]) {
      place++;
    }
    return place;
  }

  private static float range(float[] d, int from, int row, int column, Shape shape) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int r = Math.max(0, row - 1); r <= Math.min(shape.height() - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(shape.width() - 1, column + 1); c++) {
        float value = d[from + r * shape.width() + c];
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    return most - least;
  }
}
