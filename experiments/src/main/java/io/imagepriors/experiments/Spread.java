package io.imagepriors.experiments;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Mean and deviation over seeds.
 *
 * @param mean of the values; NaN if one of them is
 * @param deviation of single values about it, with {@code n - 1}; 0 for one value
 */
record Spread(double mean, double deviation) {

  static <T> Spread of(Collection<T> runs, ToDoubleFunction<T> figure) {
    double[] values = runs.stream().mapToDouble(figure).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Spread(mean, Math.sqrt(squares / Math.max(1, values.length - 1)));
  }

  @Override
  public String toString() {
    if (Double.isNaN(mean)) {
      return "-";
    }
    return String.format(Locale.ROOT, "%.2f ± %.2f", mean, deviation);
  }
}
