package io.imagepriors.runtime.metric;

import io.imagepriors.api.InvalidInputException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/** The Gaussian that has the mean and the covariance of some vectors. Immutable. */
public final class GaussianFit {
  private final double[] mean;
  private final RealMatrix covariance;

  private GaussianFit(double[] mean, RealMatrix covariance) {
    this.mean = mean;
    this.covariance = covariance;
  }

  /**
   * Fits mean and unbiased covariance, {@code 1/(n-1) Σ (v - mean)(v - mean)ᵀ}.
   *
   * @param vectors finite values, one vector after another
   * @param dimension of each vector, at least 1
   * @throws InvalidInputException if there are fewer than two vectors, or a part of one
   */
  public static GaussianFit of(float[] vectors, int dimension) {
    int count = dimension < 1 ? 0 : vectors.length / dimension;
    if (count < 2 || vectors.length % dimension != 0) {
      throw InvalidInputException.of(
          "vectors for a Gaussian", "be two or more, and whole", vectors.length + " values");
    }
    double[] mean = new double[dimension];
    for (int i = 0; i < vectors.length; i++) {
      mean[i % dimension] += vectors[i] / (double) count;
    }
    double[][] sums = new double[dimension][dimension];
    double[] centred = new double[dimension];
    for (int first = 0; first < vectors.length; first += dimension) {
      for (int k = 0; k < dimension; k++) {
        centred[k] = vectors[first + k] - mean[k];
      }
      addOuterProduct(sums, centred);
    }
    RealMatrix covariance = new Array2DRowRealMatrix(dimension, dimension);
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column <= row; column++) {
        covariance.setEntry(row, column, sums[row][column] / (count - 1));
        covariance.setEntry(column, row, sums[row][column] / (count - 1));
      }
    }
    return new GaussianFit(mean, covariance);
  }

  /** Adds to the lower triangle. */
  private static void addOuterProduct(double[][] sums, double[] vector) {
    for (int row = 0; row < vector.length; row++) {
      for (int column = 0; column <= row; column++) {
        sums[row][column] += vector[row] * vector[column];
      }
    }
  }

  /** The number of coordinates. */
  public int dimension() {
    return mean.length;
  }

  /** A coordinate of the mean. */
  double mean(int index) {
    return mean[index];
  }

  /** The covariance; not to be changed. */
  RealMatrix covariance() {
    return covariance;
  }
}
