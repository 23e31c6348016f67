package io.imagepriors.tasks.restorer;

import java.util.random.RandomGenerator;

/** A Gaussian around a mode: Laplace's approximation of a density near it. Immutable. */
final class Bell {
  private final double[] mean;
  private final Cholesky precision;
  private final double logMass;

  private Bell(double[] mean, Cholesky precision, double logMass) {
    this.mean = mean;
    this.precision = precision;
    this.logMass = logMass;
  }

  /** Laplace's approximation, from the density's logarithm and curvature at its mode. */
  static Bell of(double[] mode, double logDensity, double[][] curvature) {
    Cholesky precision = Cholesky.of(curvature, Double.MIN_NORMAL);
    return new Bell(mode.clone(), precision, logDensity - precision.logDeterminant() / 2);
  }

  /** The factor {@code L} of the inverse covariance {@code L Lᵀ}. */
  Cholesky precision() {
    return precision;
  }

  /** The logarithm of the density's integral near the mode, up to a constant. */
  double logMass() {
    return logMass;
  }

  /** {@code mean + L⁻ᵀ w}, {@code w} standard normal. */
  double[] draw(RandomGenerator random) {
    double[] white = new double[mean.length];
    for (int j = 0; j < white.length; j++) {
      white[j] = random.nextGaussian();
    }
    double[] point = precision.solveTransposed(white);
    for (int j = 0; j < point.length; j++) {
      point[j] += mean[j];
    }
    return point;
  }

  /** The logarithm of the normalised density, but for {@code (2 π)^(-d/2)}. */
  double logDensity(double[] point) {
    double[] offset = new double[point.length];
    for (int j = 0; j < offset.length; j++) {
      offset[j] = point[j] - mean[j];
    }
    double squared = 0;
    for (double v : precision.transposedTimes(offset)) {
      squared += v * v;
    }
    return (precision.logDeterminant() - squared) / 2;
  }
}
