package io.imagepriors.api;

import java.util.Arrays;

/**
 * How energies of images of the class are distributed: what an energy means. Holds the quantiles at
 * equal steps from the least energy to the largest of some images that the prior was not trained
 * on. Immutable.
 *
 * @since 1.3
 */
public final class EnergyQuantiles {
  private final double[] quantiles;

  private EnergyQuantiles(double[] quantiles) {
    this.quantiles = quantiles;
  }

  /**
   * From quantiles at the shares {@code 0, 1/n, 2/n, ..., 1}.
   *
   * @param quantiles at least two, finite, none below the one before; copied
   * @throws InvalidInputException if they are not
   */
  public static EnergyQuantiles of(double... quantiles) {
    double[] copy = quantiles.clone();
    if (copy.length < 2) {
      throw InvalidInputException.of("energy quantiles", "be at least 2", copy.length);
    }
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i]) || (i > 0 && copy[i] < copy[i - 1])) {
        throw InvalidInputException.of(
            "energy quantiles", "be finite and never fall", copy[i] + " at place " + i);
      }
    }
    return new EnergyQuantiles(copy);
  }

  /**
   * From energies of images of the class.
   *
   * @param energies at least two, finite, in any order; only read
   * @param steps the number of steps {@code n} between quantiles, at least 1
   * @throws InvalidInputException if they are not
   */
  public static EnergyQuantiles ofEnergies(double[] energies, int steps) {
    double[] sorted = energies.clone();
    Arrays.sort(sorted);
    EnergyQuantiles all = of(sorted);
    double[] some = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      some[i] = all.quantile((double) i / steps);
    }
    return of(some);
  }

  /**
   * The energy below which that share of the images lies, linear between the quantiles.
   *
   * @param share in [0, 1]
   * @throws InvalidInputException if it is not
   */
  public double quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw InvalidInputException.of("share of images", "be in [0, 1]", share);
    }
    double place = share * (quantiles.length - 1);
    int below = Math.min((int) place, quantiles.length - 2);
    return quantiles[below] + (place - below) * (quantiles[below + 1] - quantiles[below]);
  }

  /**
   * The share of the images whose energy is lower, in [0, 1]: the inverse of {@link #quantile}. 0
   * below the least energy, 1 above the largest and for what is no number.
   */
  public double share(double energy) {
    int last = quantiles.length - 1;
    if (energy <= quantiles[0]) {
      return 0;
    }
    if (!(energy < quantiles[last])) {
      return 1;
    }
    int below = Arrays.binarySearch(quantiles, energy);
    if (below < 0) {
      below = -below - 2;
    }
    double width = quantiles[below + 1] - quantiles[below];
    double part = width > 0 ? (energy - quantiles[below]) / width : 0;
    return (below + part) / last;
  }

  /** The quantiles at the shares {@code 0, 1/n, ..., 1}; a copy. */
  public double[] values() {
    return quantiles.clone();
  }
}
