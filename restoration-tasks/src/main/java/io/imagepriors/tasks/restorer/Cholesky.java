package io.imagepriors.tasks.restorer;

/**
 * The factor {@code L} of a small symmetric positive definite matrix {@code M = L Lᵀ}, below and on
 * the diagonal.
 */
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /**
   * Factors a matrix.
   *
   * @param matrix symmetric; only read
   * @param floor what a squared pivot is raised to, where rounding leaves less
   */
  static Cholesky of(double[][] matrix, double floor) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(rest, floor)) : rest / lower[j][j];
      }
    }
    return new Cholesky(lower);
  }

  /** {@code L}; live. */
  double[][] lower() {
    return lower;
  }

  /** {@code Lᵀ v}. */
  double[] transposedTimes(double[] v) {
    double[] product = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      for (int k = i; k < v.length; k++) {
        product[i] += lower[k][i] * v[k];
      }
    }
    return product;
  }

  /** {@code L⁻¹ b}. */
  double[] solveLower(double[] b) {
    double[] x = b.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** {@code L⁻ᵀ b}. */
  double[] solveTransposed(double[] b) {
    double[] x = b.clone();
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** {@code log det M}. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * Math.log(lower[i][i]);
    }
    return sum;
  }
}
