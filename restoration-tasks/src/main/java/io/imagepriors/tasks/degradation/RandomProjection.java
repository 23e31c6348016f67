package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.Random;

/**
 * {@code y_k = <a_k, x>} for {@code m} random vectors {@code a_k} with entries of variance {@code 1
 * / m}, so that {@code E ||A x||² = ||x||²}. The adjoint is {@code Aᵀ y = sum_k y_k a_k}.
 */
final class RandomProjection implements LinearOperator {
  private final Shape domain;
  private final Shape range;
  private final float[] matrix;

  private RandomProjection(Shape domain, Shape range, float[] matrix) {
    this.domain = domain;
    this.range = range;
    this.matrix = matrix;
  }

  /** Draws the matrix row by row. */
  static RandomProjection draw(Shape domain, int measurements, Projections entries, long seed) {
    float[] matrix = new float[measurements * domain.size()];
    // Of all generators this one's numbers are specified: other Javas must draw the same matrix.
    Random random = new Random(seed);
    double scale = 1 / Math.sqrt(measurements);
    for (int k = 0; k < matrix.length; k++) {
      matrix[k] = (float) (scale * entries.draw(random));
    }
    return new RandomProjection(domain, new Shape(1, 1, measurements), matrix);
  }

  @Override
  public Shape domain() {
    return domain;
  }

  @Override
  public Shape range() {
    return range;
  }

  @Override
  public void apply(ImageStack x, ImageStack y) {
    LinearOperator.requireStacks(x, domain, y, range);
    for (int i = 0; i < x.count(); i++) {
      for (int k = 0; k < range.size(); k++) {
        y.pixels()[y.offset(i) + k] = product(k, x.pixels(), x.offset(i));
      }
    }
  }

  @Override
  public void adjoint(ImageStack y, ImageStack x) {
    LinearOperator.requireStacks(y, range, x, domain);
    Arrays.fill(x.pixels(), 0f);
    for (int i = 0; i < y.count(); i++) {
      for (int k = 0; k < range.size(); k++) {
        addRow(k, y.pixels()[y.offset(i) + k], x.pixels(), x.offset(i));
      }
    }
  }

  /**
   * The multiple {@code m / (m + n + 1)} of {@code Aᵀ y} for images of {@code n} values: for
   * Gaussian entries the one with the least expected error, since {@code E <x, AᵀA x> = ||x||²} and
   * {@code E ||AᵀA x||² = (1 + (n + 1) / m) ||x||²}.
   */
  void estimate(ImageStack y, ImageStack x) {
    adjoint(y, x);
    float scale = range.size() / (float) (range.size() + domain.size() + 1);
    for (int k = 0; k < x.pixels().length; k++) {
      x.pixels()[k] *= scale;
    }
  }

  /** Four sums side by side: one alone would wait for each addition to end. */
  private float product(int row, float[] x, int at) {
    int size = domain.size();
    int from = row * size;
    float a = 0f;
    float b = 0f;
    float c = 0f;
    float d = 0f;
    int j = 0;
    for (; j <= size - 4; j += 4) {
      a += matrix[from + j] * x[at + j];
      b += matrix[from + j + 1] * x[at + j + 1];
      c += matrix[from + j + 2] * x[at + j + 2];
      d += matrix[from + j + 3] * x[at + j + 3];
    }
    for (; j < size; j++) {
      a += matrix[from + j] * x[at + j];
    }
    return a + b + (c + d);
  }

  private void addRow(int row, float weight, float[] x, int at) {
    int size = domain.size();
    int from = row * size;
    for (int j = 0; j < size; j++) {
      x[at + j] += weight * matrix[from + j];
    }
  }
}
