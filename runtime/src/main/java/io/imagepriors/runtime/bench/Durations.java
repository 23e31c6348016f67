package io.imagepriors.runtime.bench;

import java.util.Arrays;

/** How long something took, several times, in milliseconds. Immutable. */
public final class Durations {
  private final double[] sorted;

  private Durations(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Durations in any order.
   *
   * @param nanos at least one
   */
  public static Durations ofNanos(long... nanos) {
    return new Durations(Arrays.stream(nanos).mapToDouble(n -> n / 1e6).sorted().toArray());
  }

  /** How many. */
  public int count() {
    return sorted.length;
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
}
