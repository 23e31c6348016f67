package org.example.blur;

import io.imagepriors.api.ImageStack;
import java.util.Arrays;

/** Weights {@code k(d)} at whole-pixel displacements {@code d}, which sum to 1. Immutable. */
final class Kernel {
  private static final int SAMPLES_PER_PIXEL = 16;

  private final int radius;
  private final float[] weights;

  private Kernel(int radius, float[] weights) {
    this.radius = radius;
    this.weights = weights;
  }

  /**
   * A line through the centre, sampled densely; each sample is shared out among the four pixels
   * around it (bilinearly).
   *
   * @param length in pixels; 1 is no blur at all
   * @param angle in radians, anticlockwise from the direction of the rows
   */
  static Kernel line(double length, double angle) {
    int radius = (int) Math.ceil((length - 1) / 2) + 1;
    int samples = SAMPLES_PER_PIXEL * (int) Math.ceil(length) + 1;
    Kernel kernel = new Kernel(radius, new float[(2 * radius + 1) * (2 * radius + 1)]);
    for (int i = 0; i < samples; i++) {
      double t = ((double) i / (samples - 1) - 0.5) * (length - 1);
      kernel.add(-t * Math.sin(angle), t * Math.cos(angle), 1.0 / samples);
    }
    return kernel;
  }

  private void add(double row, double column, double weight) {
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    for (int r = top; r <= top + 1; r++) {
      for (int c = left; c <= left + 1; c++) {
        double share = (1 - Math.abs(row - r)) * (1 - Math.abs(column - c));
        weights[index(r, c)] += (float) (share * weight);
      }
    }
  }

  private int index(int row, int column) {
    return (row + radius) * (2 * radius + 1) + column + radius;
  }

  /** Overwrites {@code to(p)} with {@code sum_d k(d) from(p + sign d)}, from outside nothing. */
  void convolve(ImageStack from, ImageStack to, int sign) {
    Arrays.fill(to.pixels(), 0);
    for (int r = -radius; r <= radius; r++) {
      for (int c = -radius; c <= radius; c++) {
        float weight = weights[index(r, c)];
        if (weight != 0) {
          addShifted(from, to, sign * r, sign * c, weight);
        }
      }
    }
  }

  private static void addShifted(
      ImageStack from, ImageStack to, int down, int right, float weight) {
    int height = from.shape().height();
    int width = from.shape().width();
    int rows = from.count() * from.shape().channels() * height;
    for (int row = 0; row < rows; row++) {
      int other = row % height + down;
      if (other >= 0 && other < height) {
        int at = row * width;
        for (int c = Math.max(0, -right); c < Math.min(width, width - right); c++) {
          to.pixels()[at + c] += weight * from.pixels()[at + down * width + c + right];
        }
      }
    }
  }
}
