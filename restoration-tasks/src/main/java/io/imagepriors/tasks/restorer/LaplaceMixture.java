package io.imagepriors.tasks.restorer;

import java.util.List;
import java.util.random.RandomGenerator;

/** One image's posterior of codes, roughly: a bell around each mode, weighted by its mass. */
final class LaplaceMixture {
  private final List<Bell> bells;
  private final double[] weights;

  /**
   * @param bells at least one; a mode that was found twice may stand twice
   */
  LaplaceMixture(List<Bell> bells) {
    this.bells = List.copyOf(bells);
    this.weights = Weights.ofLogarithms(bells.stream().mapToDouble(Bell::logMass).toArray());
  }

  /** A bell, drawn by its weight. */
  Bell draw(RandomGenerator random) {
    return bells.get(Weights.draw(weights, random.nextDouble()));
  }

  /** The logarithm of the density, up to the constant of {@link Bell#logDensity}. */
  double logDensity(double[] point) {
    double[] parts = new double[weights.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < parts.length; k++) {
      parts[k] = Math.log(weights[k]) + bells.get(k).logDensity(point);
      most = Math.max(most, parts[k]);
    }
    double sum = 0;
    for (double part : parts) {
      sum += Math.exp(part - most);
    }
    return most + Math.log(sum);
  }
}
