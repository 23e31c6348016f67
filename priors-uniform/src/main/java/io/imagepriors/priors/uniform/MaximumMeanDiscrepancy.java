package io.imagepriors.priors.uniform;

import java.util.Arrays;

/**
 * How far two samples of the cube are from being drawn from one law.
 *
 * <p>For points {@code a_1..a_n} and {@code b_1..b_n} of dimension {@code d},
 *
 * <pre>{@code
 * MMD² =   1/(n(n-1)) Σ_{i≠j} k(a_i, a_j)
 *        + 1/(n(n-1)) Σ_{i≠j} k(b_i, b_j)
 *        - 2/n² Σ_{i,j} k(a_i, b_j)
 *
 * k(a, b) = Σ_{s in {0.1, 0.4, 1.6}} C_s / (C_s + ||a - b||²),   C_s = s d / 6
 * }</pre>
 *
 * <p>the unbiased estimate (a U-statistic; Gretton et al., "A kernel two-sample test", 2012) of the
 * maximum mean discrepancy. Its mean is 0 for equal laws, so single values may be negative. {@code
 * d / 6} is the mean squared distance of two uniform points, so the scales {@code s} are relative
 * to it; the kernel's slow decay gives far codes a gradient, too (Tolstikhin et al., "Wasserstein
 * auto-encoders", 2018).
 *
 * <p>The derivative is written out, {@code ∂k/∂a = -2 Σ_s C_s/(C_s + ||a - b||²)² (a - b)}: one
 * pass over the pairs gives value and slope, where automatic differentiation takes some hundred
 * passes over matrices of n x n. Loops run over points, one coordinate after the other, so that the
 * compiler makes vectors of them.
 */
final class MaximumMeanDiscrepancy {
  private static final float[] SCALES = {0.1f, 0.4f, 1.6f};

  private final int count;
  private final float[] constants = new float[SCALES.length];
  private final float[][] slope;
  private final double value;

  private final float[] distance;
  private final float[] kernel;
  private final float[] factor;

  private MaximumMeanDiscrepancy(float[][] a, float[][] b) {
    this.count = a[0].length;
    for (int s = 0; s < SCALES.length; s++) {
      constants[s] = SCALES[s] * a.length / 6;
    }
    this.slope = new float[a.length][count];
    this.distance = new float[count];
    this.kernel = new float[count];
    this.factor = new float[count];
    double within = 1 / (count * (count - 1.0));
    double between = -2 / ((double) count * count);
    // Both points of a pair within a move, and the pair comes twice: hence 2. The n pairs of a
    // point with itself have kernel 1 per scale and no slope.
    this.value =
        within * (sum(a, a, 2 * within) + sum(b, b, 0) - 2.0 * SCALES.length * count)
            + between * sum(a, b, between);
  }

  /**
   * The estimate for two samples.
   *
   * @param a [n, d], n at least 2, one point after the other; only read
   * @param b of the same sides; only read
   * @param dimension d
   */
  static MaximumMeanDiscrepancy between(float[] a, float[] b, int dimension) {
    return new MaximumMeanDiscrepancy(columns(a, dimension), columns(b, dimension));
  }

  /** The estimate. */
  double value() {
    return value;
  }

  /** Its derivative in {@code a}, [n, d]. */
  float[] slope() {
    float[] rows = new float[count * slope.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = slope[i % slope.length][i / slope.length];
    }
    return rows;
  }

  private static float[][] columns(float[] points, int dimension) {
    float[][] columns = new float[dimension][points.length / dimension];
    for (int i = 0; i < points.length; i++) {
      columns[i % dimension][i / dimension] = points[i];
    }
    return columns;
  }

  /**
   * The kernel summed over all pairs.
   *
   * @param weight the slope of the sum in the points {@code p}, times this, is added; 0 for none
   */
  private double sum(float[][] p, float[][] q, double weight) {
    Arrays.fill(kernel, 0);
    for (int i = 0; i < count; i++) {
      Arrays.fill(distance, 0);
      for (int k = 0; k < p.length; k++) {
        addSquares(distance, p[k], q[k][i], count);
      }
      kernels((float) (-2 * weight));
      for (int k = 0; k < p.length && weight != 0; k++) {
        addDifferences(slope[k], factor, p[k], q[k][i], count);
      }
    }
    double sum = 0;
    for (float one : kernel) {
      sum += one;
    }
    return sum;
  }

  private static void addSquares(float[] to, float[] p, float q, int count) {
    for (int j = 0; j < count; j++) {
      float difference = p[j] - q;
      to[j] += difference * difference;
    }
  }

  private static void addDifferences(float[] to, float[] factor, float[] p, float q, int count) {
    for (int j = 0; j < count; j++) {
      to[j] += factor[j] * (p[j] - q);
    }
  }

  /** Adds the kernels of all distances, and finds what differences count for in the slope. */
  private void kernels(float weight) {
    Arrays.fill(factor, 0);
    for (float c : constants) {
      add(kernel, factor, distance, c, weight / c, count);
    }
  }

  private static void add(
      float[] kernel, float[] factor, float[] distance, float c, float weight, int count) {
    for (int j = 0; j < count; j++) {
      float one = c / (c + distance[j]);
      kernel[j] += one;
      factor[j] += weight * (one * one);
    }
  }
}
