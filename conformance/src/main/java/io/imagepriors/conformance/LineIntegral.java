package io.imagepriors.conformance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Compares a gradient {@code g} with differences of its function {@code f}, which may be computed
 * in float32 and may have kinks, as networks of rectified units have: along any segment, {@code
 * f(b) - f(a)} must be the integral of {@code <g, dx>} from {@code a} to {@code b}.
 *
 * <p>Why not a difference quotient against the gradient at one point: networks have so many kinks
 * that the gradient changes by several percent over the shortest step at which rounding leaves two
 * digits of the quotient. The integral holds across kinks, so the step can be long, and rounding is
 * no matter: with components that move by {@code s = 0.02} (root mean square) it is {@code 2 · 8 ·
 * 2^-24 max|f| / s}, where {@code 8 · 2^-24} is what a sum of some fifty roundings comes to.
 *
 * <p>The integral is taken by the midpoint rule. Its error is estimated by the difference between
 * the rule on its even and on its odd points; this difference is allowed, plus {@link #LEAST_ERROR}
 * and never more than {@link #MOST_ERROR} of {@code S}, the larger of the mean length of {@code g}
 * (what {@code <g, d>} typically is for a random direction {@code d} with components of mean square
 * 1) and of the difference. Both halves of the rule can miss a kink alike, so where it disagrees it
 * is repeated with eight times the points: its error falls by as much, a wrong gradient's stays. A
 * gradient that is wrong by 2% of its length along one direction fails, by 1% where the function is
 * smooth.
 */
final class LineIntegral {
  private static final double LEAST_ERROR = 0.005;
  private static final double MOST_ERROR = 0.02;
  private static final double ROUNDING = 8 * 0x1p-24;

  /** The second is for functions that are large and nearly flat. */
  private static final double[] STEPS = {0.02, 0.05};

  private static final int MIDPOINTS = 64;
  private static final int FINER = 8;
  private static final int RANDOM_DIRECTIONS = 4;

  /** The most numbers to be evaluated at once. */
  private static final int CHUNK = 1 << 22;

  /** The function and its gradient. */
  @FunctionalInterface
  interface Field {
    /**
     * Evaluates many points.
     *
     * @param points one after the other; only read
     * @param gradients where to write the gradient at each
     * @return the value at each
     */
    double[] at(float[] points, float[] gradients);
  }

  private final String subject;
  private final Field field;

  /**
   * @param subject what to call the function in a complaint
   * @param field the function
   */
  LineIntegral(String subject, Field field) {
    this.subject = subject;
    this.field = field;
  }

  /** Requires the gradient to be right near {@code x}. */
  void verify(float[] x, Random random) {
    float[] gradient = new float[x.length];
    field.at(x.clone(), gradient);
    double length = Vectors.norm(gradient);
    if (length > 0) {
      double[] steepest = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        steepest[i] = gradient[i] / length * Math.sqrt(x.length);
      }
      verify("its own direction", x, steepest);
    }
    for (int i = 0; i < RANDOM_DIRECTIONS; i++) {
      double[] direction = new double[x.length];
      Arrays.setAll(direction, k -> random.nextGaussian());
      verify("a random direction", x, direction);
    }
  }

  private void verify(String where, float[] x, double[] direction) {
    double step = STEPS[0];
    Comparison comparison = compare(x, direction, step, MIDPOINTS);
    if (comparison.rounding() > MOST_ERROR * comparison.scale()) {
      step = STEPS[1];
      comparison = compare(x, direction, step, MIDPOINTS);
    }
    if (!comparison.agrees()) {
      comparison = compare(x, direction, step, FINER * MIDPOINTS);
    }
    Violation.unless(
        comparison.agrees(), "%s: along %s the gradient gives %s", subject, where, comparison);
  }

  private Comparison compare(float[] x, double[] direction, double step, int midpoints) {
    int n = x.length;
    int all = midpoints + 2;
    double[] values = new double[all];
    float[] change = new float[n];
    double[] products = new double[all];
    double length = 0;
    for (int i = 0; i < n; i++) {
      change[i] = (float) (x[i] + step * direction[i]) - x[i];
    }
    int atOnce = Math.max(1, Math.min(all, CHUNK / n));
    for (int from = 0; from < all; from += atOnce) {
      int count = Math.min(atOnce, all - from);
      float[] points = new float[count * n];
      float[] gradients = new float[count * n];
      for (int p = 0; p < count; p++) {
        double t = position(from + p, midpoints);
        for (int i = 0; i < n; i++) {
          points[p * n + i] = (float) (x[i] + t * change[i]);
        }
      }
      System.arraycopy(field.at(points, gradients), 0, values, from, count);
      System.arraycopy(Vectors.dots(gradients, change), 0, products, from, count);
      length += Vectors.norm(gradients) / Math.sqrt(count) * count / all;
    }
    return Comparison.of(values, products, length, step);
  }

  /** Where on the segment a point lies: first the midpoints, then both ends. */
  private static double position(int point, int midpoints) {
    return point < midpoints ? (point + 0.5) / midpoints : point - midpoints;
  }

  /** Difference and integral, both over the step; bounds for rounding and quadrature; and S. */
  private record Comparison(
      double difference, double integral, double rounding, double quadrature, double scale) {

    static Comparison of(double[] values, double[] products, double length, double step) {
      int midpoints = products.length - 2;
      double[] sums = new double[2];
      for (int i = 0; i < midpoints; i++) {
        sums[i % 2] += 2 * products[i] / midpoints;
      }
      double difference = (values[midpoints + 1] - values[midpoints]) / step;
      double integral = (sums[0] + sums[1]) / 2 / step;
      double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
      double scale = Math.max(length, Math.abs(difference));
      double spread = Math.abs(sums[0] - sums[1]) / step + LEAST_ERROR * scale;
      return new Comparison(
          difference,
          integral,
          2 * ROUNDING * largest / step,
          Math.min(spread, MOST_ERROR * scale),
          scale);
    }

    boolean agrees() {
      return Math.abs(difference - integral) <= rounding + quadrature;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.4g, differences give %.4g", integral, difference);
    }
  }
}
