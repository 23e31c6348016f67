package org.example.mixture;

import java.util.List;

/**
 * The Gaussian of one class, in closed form: the mean; of the covariance {@code C} the leading
 * eigenvectors {@code V} with eigenvalues {@code l}, so {@code W = V sqrt(l)}; and what {@code W
 * W'} leaves of the diagonal, {@code D = diag(C - W W')}, raised to at least {@link
 * #LEAST_VARIANCE}.
 *
 * <p>The covariance is then {@code S = W W' + D}, whose inverse by Woodbury's identity is {@code
 * D^-1 - U U'} with {@code U = D^-1 W L'^-1} and {@code L L' = I + W' D^-1 W} (Cholesky), and whose
 * determinant is that of {@code D} times that of {@code L L'}.
 */
final class ClassFit {
  /** Leading eigenvectors of each class. */
  static final int RANK = 40;

  /** No pixel is surer than to 0.03: else a pixel that is always black would forbid any other. */
  private static final double LEAST_VARIANCE = 1e-3;

  private final double logPeak;
  private final double[] mean;
  private final double[] precisions;
  private final double[][] columns;

  /**
   * Fits.
   *
   * @param images of one class
   * @param weight the share of the class
   */
  ClassFit(List<double[]> images, double weight) {
    mean = Algebra.mean(images);
    double[][] covariance = Algebra.covariance(images, mean);
    double[][] factors = Algebra.leading(covariance, RANK);
    precisions = precisions(covariance, factors);
    double[][] inner = new double[RANK][RANK];
    for (int i = 0; i < RANK; i++) {
      for (int j = 0; j < RANK; j++) {
        inner[i][j] = (i == j ? 1 : 0) + weightedDot(factors[i], factors[j]);
      }
    }
    double[][] lower = Algebra.cholesky(inner);
    columns = Algebra.solveRows(lower, factors);
    double logDeterminant = 0;
    for (int k = 0; k < mean.length; k++) {
      logDeterminant -= Math.log(precisions[k]);
      for (double[] column : columns) {
        column[k] *= precisions[k];
      }
    }
    for (int j = 0; j < RANK; j++) {
      logDeterminant += 2 * Math.log(lower[j][j]);
    }
    logPeak = Math.log(weight) - (logDeterminant + mean.length * Math.log(2 * Math.PI)) / 2;
  }

  private static double[] precisions(double[][] covariance, double[][] factors) {
    double[] precisions = new double[covariance.length];
    for (int k = 0; k < precisions.length; k++) {
      double rest = covariance[k][k];
      for (double[] factor : factors) {
        rest -= factor[k] * factor[k];
      }
      precisions[k] = 1 / Math.max(rest, LEAST_VARIANCE);
    }
    return precisions;
  }

  private double weightedDot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += precisions[k] * a[k] * b[k];
    }
    return sum;
  }

  double logPeak() {
    return logPeak;
  }

  double[] mean() {
    return mean;
  }

  double[] precisions() {
    return precisions;
  }

  double[][] columns() {
    return columns;
  }
}
