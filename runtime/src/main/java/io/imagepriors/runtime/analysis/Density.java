package io.imagepriors.runtime.analysis;

import java.util.Arrays;

/** Histograms whose bars have area 1 in all. */
public final class Density {
  private Density() {}

  /**
   * The density in bins of one width.
   *
   * @param values at least one; those outside the range count for the first or last bin
   * @param from lower end
   * @param to upper end, above {@code from}
   */
  public static double[] of(double[] values, double from, double to, int bins) {
    double[] density = new double[bins];
    double width = (to - from) / bins;
    for (double value : values) {
      int bin = (int) Math.floor((value - from) / width);
      density[Math.max(0, Math.min(bins - 1, bin))] += 1 / (values.length * width);
    }
    return density;
  }

  /** The value below which a share of the values lies. */
  public static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }
}
