package io.imagepriors.runtime.bench;

import java.util.Arrays;

/** One quantity, measured several times: durations in milliseconds, ratios. Immutable. */
public final class Sample {
  private final double[] values;
  private final double[] sorted;

  private Sample(double[] values) {
    this.values = values;
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  /**
   * Values in the order in which they were measured.
   *
   * @param values at least one; copied
   */
  public static Sample of(double... values) {
    return new Sample(values.clone());
  }

  /**
   * Durations as milliseconds.
   *
   * @param nanos at least one
   */
  public static Sample ofNanos(long... nanos) {
    return new Sample(Arrays.stream(nanos).mapToDouble(n -> n / 1e6).toArray());
  }

  /** How many. */
  public int count() {
    return sorted.length;
  }

  /** The value that was measured as number {@code index}. */
  public double get(int index) {
    return values[index];
  }

  /** The value in the middle, or the mean of the two that are. */
  public double median() {
    return quantile(0.5);
  }

  /** The value that this share of all does not exceed, linear between two that were measured. */
  public double quantile(double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /**
   * Each value over the other sample's of the same place. Of two quantities that were measured in
   * turns this is free of what slowed the machine for both.
   */
  public Sample over(Sample other) {
    double[] ratios = new double[Math.min(count(), other.count())];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = values[i] / other.values[i];
    }
    return new Sample(ratios);
  }
}
