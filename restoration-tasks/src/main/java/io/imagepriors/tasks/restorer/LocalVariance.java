package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/**
 * How far the truth may be from a decoded image {@code d}, pixel by pixel: variance {@code v =
 * scale (d (1 - d) + (max - min)² / 4)}, the extremes taken over the pixel and its eight
 * neighbours.
 *
 * <p>A decoder knows where an image is surely black or white and is unsure in between: {@code d (1
 * - d)} is the variance of a pixel that is white with probability {@code d}. Where values change, a
 * small shift changes the pixel from one extreme to the other: {@code (max - min)² / 4} is the
 * variance of a fair choice between them.
 */
final class LocalVariance {
  /** Keeps a perfectly black pixel from being certain: a deviation of a quarter of a grey level. */
  private static final double FLOOR = 1e-6;

  private LocalVariance() {}

  /** Writes the standard deviation {@code sqrt(v)} of each value. */
  static void deviations(ImageStack decoded, double scale, ImageStack deviations) {
    Shape shape = decoded.shape();
    int plane = shape.height() * shape.width();
    float[] d = decoded.pixels();
    for (int from = 0; from < d.length; from += plane) {
      for (int k = 0; k < plane; k++) {
        double value = Math.max(0, Math.min(1, d[from + k]));
        double range = range(d, from, k / shape.width(), k % shape.width(), shape);
        double variance = scale * (value * (1 - value) + range * range / 4) + FLOOR;
        deviations.pixels()[from + k] = (float) Math.sqrt(variance);
      }
    }
  }

  private static double range(float[] d, int from, int row, int column, Shape shape) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int r = Math.max(0, row - 1); r <= Math.min(shape.height() - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(shape.width() - 1, column + 1); c++) {
        float value = d[from + r * shape.width() + c];
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    return (double) most - least;
  }
}
