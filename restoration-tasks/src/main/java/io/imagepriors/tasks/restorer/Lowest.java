package io.imagepriors.tasks.restorer;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Finds where the lowest values of a range stand. */
final class Lowest {
  private Lowest() {}

  /**
   * The indices of the {@code count} lowest of {@code values[from..to)}, lowest first; of equal
   * values the earlier one; NaN counts as the highest of all.
   */
  static int[] indices(double[] values, int from, int to, int count) {
    return IntStream.range(from, to)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
