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
  private final Product product;
  private final Product adjoint;

  private RandomProjection(Shape domain, Shape range, DenseRows rows) {
    this.domain = domain;
    this.range = range;
    this.product = Product.of(rows.transposed());
    this.adjoint = Product.of(rows);
  }

  /** Draws the matrix row by row. */
  static RandomProjection draw(Shape domain, int measurements, Projections entries, long seed) {
    float[][] matrix = new float[measurements][domain.size()];
    // Of all generators this one's numbers are specified: other Javas must draw the same matrix.
    Random random = new Random(seed);
    double scale = 1 / Math.sqrt(measurements);
    for (float[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) (scale * entries.draw(random));
      }
    }
    return new RandomProjection(domain, new Shape(1, 1, measurements), new DenseRows(matrix));
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
    product.run(x, y);
  }

  @Override
  public void adjoint(ImageStack y, ImageStack x) {
    LinearOperator.requireStacks(y, range, x, domain);
    adjoint.run(y, x);
  }

  /** Sums of a matrix' rows, one for each image; a sum's own array is read from its start. */
  private record Product(DenseRows rows, SpareArray sums) {

    static Product of(DenseRows rows) {
      return new Product(rows, new SpareArray(rows.width()));
    }

    void run(ImageStack weights, ImageStack to) {
      float[] sum = sums.take();
      for (int i = 0; i < weights.count(); i++) {
        Arrays.fill(sum, 0f);
        rows.addSum(weights.pixels(), weights.offset(i), sum);
        System.arraycopy(sum, 0, to.pixels(), to.offset(i), sum.length);
      }
      sums.give(sum);
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
}
