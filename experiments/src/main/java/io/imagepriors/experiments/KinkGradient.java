package io.imagepriors.experiments;

import java.util.random.RandomGenerator;

/**
 * The smallest flow with LeakyReLU as a layer, {@code z = g(x + b)}, {@code g} of slope 1 above 0
 * and of slope {@code s} below, for {@code x ~ N(0, 1)}. A point's log-density {@code -z²/2 + log
 * g'(x + b)}, up to a constant, jumps where {@code x + b} changes its sign; its derivative in
 * {@code b}, {@code -z g'}, knows nothing of the jump. The mean's derivative does: it has the
 * further term {@code -φ(b) log s}.
 */
final class KinkGradient {
  private static final double DIFFERENCE = 0.05;

  private final double[] x;
  private final double slope;

  private KinkGradient(double[] x, double slope) {
    this.x = x;
    this.slope = slope;
  }

  /** Draws the data. */
  static KinkGradient of(int count, double slope, RandomGenerator random) {
    double[] x = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = random.nextGaussian();
    }
    return new KinkGradient(x, slope);
  }

  /** The mean log-density of the draws, in nats. */
  double logLikelihood(double b) {
    double sum = 0;
    for (double point : x) {
      double u = point + b;
      double z = u < 0 ? slope * u : u;
      sum += (u < 0 ? Math.log(slope) : 0) - z * z / 2;
    }
    return sum / x.length - Math.log(2 * Math.PI) / 2;
  }

  /** The mean of the points' own derivatives: what automatic differentiation returns. */
  double meanOfDerivatives(double b) {
    double sum = 0;
    for (double point : x) {
      double u = point + b;
      sum -= u < 0 ? slope * slope * u : u;
    }
    return sum / x.length;
  }

  /** The derivative of the mean, by central differences over the same draws. */
  double derivativeOfMean(double b) {
    double rise = logLikelihood(b + DIFFERENCE) - logLikelihood(b - DIFFERENCE);
    return rise / (2 * DIFFERENCE);
  }

  /** What the first derivative lacks of the second: {@code -φ(b) log s}. */
  double missingTerm(double b) {
    return -Math.exp(-b * b / 2) / Math.sqrt(2 * Math.PI) * Math.log(slope);
  }
}
