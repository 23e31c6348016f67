package io.imagepriors.datasets;

import java.util.Arrays;

/**
 * How one row or column of {@code source} pixels becomes one of {@code target} pixels. With the
 * scale {@code s = source / target}, pixel {@code i} of the target covers {@code [i s, (i+1) s)}:
 *
 * <ul>
 *   <li>to shrink ({@code s >= 1}), it is the mean over what it covers, parts of pixels counted as
 *       such; no detail is skipped, and the picture's mean stays;
 *   <li>to enlarge, it is the linear interpolation at the centre of what it covers, between the
 *       centres of the nearest two source pixels, constant beyond the first and last.
 * </ul>
 *
 * <p>Weights add up to 1. Immutable and thread-safe.
 */
final class Resampling {
  private final int[] first;
  private final float[][] weights;

  private Resampling(int[] first, float[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  /** The weights from {@code source} to {@code target} pixels, both at least 1. */
  static Resampling of(int source, int target) {
    int[] first = new int[target];
    float[][] weights = new float[target][];
    double scale = (double) source / target;
    for (int i = 0; i < target; i++) {
      if (scale >= 1) {
        double from = i * scale;
        double to = Math.min((i + 1) * scale, source);
        first[i] = (int) from;
        weights[i] = coverage(from, to);
      } else {
        double centre = Math.max(0, Math.min(source - 1, (i + 0.5) * scale - 0.5));
        first[i] = Math.min((int) centre, Math.max(0, source - 2));
        weights[i] = interpolation(centre - first[i], source);
      }
    }
    return new Resampling(first, weights);
  }

  /** Resamples one line of pixels. */
  void apply(float[] line, float[] result) {
    for (int i = 0; i < first.length; i++) {
      float sum = 0;
      for (int k = 0; k < weights[i].length; k++) {
        sum += weights[i][k] * line[first[i] + k];
      }
      result[i] = sum;
    }
  }

  /** The first source pixel that contributes to target pixel {@code i}. */
  int first(int i) {
    return first[i];
  }

  /** The weights of that pixel and those after it; not a copy, only to be read. */
  float[] weights(int i) {
    return weights[i];
  }

  private static float[] coverage(double from, double to) {
    int low = (int) from;
    float[] covered = new float[Math.max(1, (int) Math.ceil(to) - low)];
    for (int k = 0; k < covered.length; k++) {
      double overlap = Math.min(to, low + k + 1) - Math.max(from, low + k);
      covered[k] = (float) (overlap / (to - from));
    }
    return covered;
  }

  private static float[] interpolation(double fraction, int source) {
    float[] pair = {(float) (1 - fraction), (float) fraction};
    return source == 1 ? Arrays.copyOf(pair, 1) : pair;
  }
}
