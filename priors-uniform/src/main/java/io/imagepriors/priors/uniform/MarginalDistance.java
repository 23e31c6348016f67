package io.imagepriors.priors.uniform;

import java.util.Arrays;

/**
 * How far each coordinate of a sample is from being uniform in [0, 1], summed over coordinates.
 *
 * <p>For one coordinate with values {@code s_1 <= ... <= s_n} it is the energy distance (Székely
 * and Rizzo, "Energy statistics", 2013) from the uniform law itself, no sample of it:
 *
 * <pre>{@code
 * 2 E|s - U| - E|s - s'| - E|U - U'|
 *   = 2/n Σ_i (s_i² - s_i + 1/2)  -  2/(n(n-1)) Σ_i (2i - n - 1) s_i  -  1/3
 * }</pre>
 *
 * <p>which is twice the integral of {@code (F(t) - t)²}, F the law's distribution function, without
 * the bias of a sample. Its mean is 0 for uniform coordinates, so single values may be negative.
 */
final class MarginalDistance {
  private final int dimension;
  private final int count;
  private final float[] slope;
  private double value;

  private MarginalDistance(float[] codes, int dimension) {
    this.dimension = dimension;
    this.count = codes.length / dimension;
    this.slope = new float[codes.length];
    for (int k = 0; k < dimension; k++) {
      add(codes, k);
    }
  }

  /**
   * The distance of a sample.
   *
   * @param codes [n, d] in the cube, n at least 2, one point after the other; only read
   * @param dimension d
   */
  static MarginalDistance of(float[] codes, int dimension) {
    return new MarginalDistance(codes, dimension);
  }

  /** The distance. */
  double value() {
    return value;
  }

  /** Its derivative in the codes, [n, d]. */
  float[] slope() {
    return slope;
  }

  private void add(float[] codes, int coordinate) {
    int[] order = order(codes, coordinate);
    value -= 1.0 / 3;
    for (int rank = 0; rank < count; rank++) {
      int at = order[rank] * dimension + coordinate;
      double s = codes[at];
      double share = 2.0 * (2 * rank - count + 1) / (count * (count - 1.0));
      value += 2 * (s * s - s + 0.5) / count - share * s;
      slope[at] = (float) (2 * (2 * s - 1) / count - share);
    }
  }

  /** The points by their coordinate. Bits of numbers that are not negative are in their order. */
  private int[] order(float[] codes, int coordinate) {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (long) Float.floatToIntBits(codes[i * dimension + coordinate]) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
