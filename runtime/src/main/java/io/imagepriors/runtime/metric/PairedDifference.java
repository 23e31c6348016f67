package io.imagepriors.runtime.metric;

import io.imagepriors.api.InvalidInputException;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * By how much one method beats another on the same images, with its 95% confidence interval {@code
 * value ± margin}. For differences {@code d_i = a_i - b_i} of mean {@code value} and unbiased
 * deviation {@code s}, {@code margin = t s / √n}, {@code t} being the .975 quantile of Student's
 * law of {@code n - 1} degrees of freedom (Student, "The probable error of a mean", 1908).
 *
 * @param value the mean difference
 * @param margin half the width of the interval
 * @param count how many pairs
 */
public record PairedDifference(double value, double margin, int count) {
  private static final double QUANTILE = 0.975;

  /**
   * Compares pair by pair.
   *
   * @param a figures of one method, image by image
   * @param b figures of the other, of the same images in the same order
   * @throws InvalidInputException if they are not as many, or fewer than two
   */
  public static PairedDifference of(double[] a, double[] b) {
    if (a.length != b.length || a.length < 2) {
      throw InvalidInputException.of(
          "figures to compare", "be as many, two or more", a.length + " and " + b.length);
    }
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = a[i] - b[i];
    }
    Mean mean = Mean.of(differences);
    double t = new TDistribution(a.length - 1).inverseCumulativeProbability(QUANTILE);
    return new PairedDifference(mean.value(), t * mean.error(), a.length);
  }

  /** Whether the interval lies on one side of zero. */
  public boolean excludesZero() {
    return Math.abs(value) > margin;
  }
}
