package org.example.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The linear algebra of a fit. */
final class Algebra {
  /** Enough for eigenvalues that differ by a tenth; closer ones span the same space anyway. */
  private static final int SWEEPS = 60;

  private Algebra() {}

  static double[] mean(List<double[]> images) {
    double[] mean = new double[images.get(0).length];
    images.forEach(image -> addTo(mean, image, 1.0 / images.size()));
    return mean;
  }

  static double[][] covariance(List<double[]> images, double[] mean) {
    double[][] covariance = new double[mean.length][mean.length];
    for (double[] image : images) {
      double[] r = image.clone();
      addTo(r, mean, -1);
      for (int i = 0; i < r.length; i++) {
        if (r[i] != 0) {
          addTo(covariance[i], r, r[i] / images.size());
        }
      }
    }
    return covariance;
  }

  /**
   * The eigenvectors of the largest eigenvalues, each times the root of its eigenvalue, by
   * orthogonal iteration.
   */
  static double[][] leading(double[][] symmetric, int count) {
    Random random = new Random(1);
    double[][] vectors = new double[count][];
    Arrays.setAll(vectors, j -> random.doubles(symmetric.length, -1, 1).toArray());
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int j = 0; j < count; j++) {
        double[] v = product(symmetric, vectors[j]);
        for (int i = 0; i < j; i++) {
          addTo(v, vectors[i], -dot(vectors[i], v));
        }
        double length = Math.sqrt(dot(v, v));
        vectors[j] = Arrays.stream(v).map(value -> value / length).toArray();
      }
    }
    for (double[] v : vectors) {
      double root = Math.sqrt(dot(v, product(symmetric, v)));
      Arrays.setAll(v, k -> v[k] * root);
    }
    return vectors;
  }

  /** The lower triangle {@code L} with {@code L L' = matrix}. */
  static double[][] cholesky(double[][] matrix) {
    double[][] lower = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j] - dot(lower[i], lower[j]);
        lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
      }
    }
    return lower;
  }

  /** The rows of {@code L^-1 R}, where {@code rows} are those of {@code R}. */
  static double[][] solveRows(double[][] lower, double[][] rows) {
    double[][] solved = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i].clone();
      for (int j = 0; j < i; j++) {
        addTo(row, solved[j], -lower[i][j]);
      }
      double pivot = lower[i][i];
      solved[i] = Arrays.stream(row).map(value -> value / pivot).toArray();
    }
    return solved;
  }

  private static double[] product(double[][] matrix, double[] v) {
    return Arrays.stream(matrix).mapToDouble(row -> dot(row, v)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static void addTo(double[] sum, double[] term, double factor) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * term[k];
    }
  }
}
