package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/**
 * Isotropic total variation, {@code TV(x) = sum over pixels of |(D x)_k|}, with {@code D x} the
 * differences to the pixel on the right and to the one below, 0 beyond the border; the sum of its
 * channels' for images of several (Rudin, Osher and Fatemi, doi:10.1016/0167-2789(92)90242-F). And
 * its dual: {@code TV(x) = max <D x, p>} over fields {@code p} of which no vector is longer than 1.
 */
final class TotalVariation {
  /** {@code ||D||²} stays below this (Chambolle, doi:10.1023/B:JMIV.0000011325.36760.1e). */
  static final double SQUARED_NORM = 8;

  private final int height;
  private final int width;
  private final int size;

  TotalVariation(Shape shape) {
    this.height = shape.height();
    this.width = shape.width();
    this.size = shape.size();
  }

  /** The total variation of one image. */
  double value(ImageStack images, int index) {
    float[] x = images.pixels();
    double sum = 0;
    for (int from = images.offset(index); from < images.offset(index) + size; from += width) {
      boolean last = isLastRow(from);
      for (int column = 0; column < width; column++) {
        int k = from + column;
        float right = column + 1 < width ? x[k + 1] - x[k] : 0f;
        float below = last ? 0f : x[k + width] - x[k];
        sum += Math.sqrt(right * right + below * below);
      }
    }
    return sum;
  }

  /** Writes {@code Dᵀ p}, {@code p} being given by its two components. */
  void adjoint(ImageStack across, ImageStack down, ImageStack result) {
    float[] p = across.pixels();
    float[] q = down.pixels();
    float[] sum = result.pixels();
    for (int from = 0; from < sum.length; from += width) {
      boolean first = isFirstRow(from);
      for (int column = 0; column < width; column++) {
        int k = from + column;
        // Components beyond the right and lower border are 0, so these need no case of their own.
        float before = (column > 0 ? p[k - 1] : 0f) + (first ? 0f : q[k - width]);
        sum[k] = before - p[k] - q[k];
      }
    }
  }

  /** Moves {@code p} by {@code step D x} and cuts vectors that are longer than {@code bound}. */
  void ascend(ImageStack x, float step, float bound, ImageStack across, ImageStack down) {
    float[] v = x.pixels();
    float[] p = across.pixels();
    float[] q = down.pixels();
    for (int from = 0; from < v.length; from += width) {
      boolean last = isLastRow(from);
      for (int column = 0; column < width; column++) {
        int k = from + column;
        float a = column + 1 < width ? p[k] + step * (v[k + 1] - v[k]) : 0f;
        float b = last ? 0f : q[k] + step * (v[k + width] - v[k]);
        float squared = a * a + b * b;
        float scale = squared > bound * bound ? bound / (float) Math.sqrt(squared) : 1f;
        p[k] = scale * a;
        q[k] = scale * b;
      }
    }
  }

  private boolean isFirstRow(int from) {
    return from / width % height == 0;
  }

  private boolean isLastRow(int from) {
    return from / width % height == height - 1;
  }
}
