package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/**
 * Multiplies by a matrix of correlations between the pixels of a plane: {@code R = .95 G + .05 I},
 * {@code G = exp(-distance² / (2 length²))}. Symmetric and positive definite, with ones on its
 * diagonal. {@code G} acts on rows and columns one after the other, cut off at four lengths; pixels
 * outside the image are 0. Keeps a buffer, so it has one user at a time.
 */
final class Smoothing {
  static final double SHARED = 0.95;
  private static final double REACH = 4;

  private final int height;
  private final int width;
  private final float[] weights;
  private final float[] rows;

  /** Correlations over images of a shape; a length of 0 gives the identity. */
  Smoothing(Shape shape, double length) {
    this.height = shape.height();
    this.width = shape.width();
    this.rows = new float[height * width];
    this.weights = new float[(int) Math.ceil(REACH * length) + 1];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = k == 0 ? 1f : (float) Math.exp(-k * k / (2 * length * length));
    }
  }

  /** {@code G} along one axis of that many pixels. */
  double[][] alongAxis(int pixels) {
    double[][] matrix = new double[pixels][pixels];
    for (int i = 0; i < pixels; i++) {
      for (int j = 0; j < pixels; j++) {
        int distance = Math.abs(i - j);
        matrix[i][j] = distance < weights.length ? weights[distance] : 0;
      }
    }
    return matrix;
  }

  /** Overwrites every plane {@code t} of the stack with {@code R t}. */
  void apply(ImageStack images) {
    float[] t = images.pixels();
    for (int from = 0; from < t.length; from += rows.length) {
      alongRows(t, from);
      alongColumns(t, from);
    }
  }

  private void alongRows(float[] t, int from) {
    for (int row = 0; row < height; row++) {
      int at = row * width;
      for (int column = 0; column < width; column++) {
        float sum = t[from + at + column];
        int reach = Math.min(weights.length - 1, Math.max(column, width - 1 - column));
        for (int k = 1; k <= reach; k++) {
          float left = column >= k ? t[from + at + column - k] : 0f;
          float right = column + k < width ? t[from + at + column + k] : 0f;
          sum += weights[k] * (left + right);
        }
        rows[at + column] = sum;
      }
    }
  }

  private void alongColumns(float[] t, int from) {
    for (int k = 0; k < rows.length; k++) {
      t[from + k] *= (float) (1 - SHARED);
    }
    for (int row = 0; row < height; row++) {
      int first = Math.max(0, row - weights.length + 1);
      int last = Math.min(height - 1, row + weights.length - 1);
      for (int other = first; other <= last; other++) {
        addRow(
            t, from + row * width, other * width, (float) SHARED * weights[Math.abs(row - other)]);
      }
    }
  }

  private void addRow(float[] t, int to, int at, float weight) {
    for (int column = 0; column < width; column++) {
      t[to + column] += weight * rows[at + column];
    }
  }
}
