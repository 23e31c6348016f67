package io.imagepriors.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Compares a gradient with difference quotients along directions {@code d} whose components have
 * mean square 1, where the function {@code f} may be computed in float32: the central {@code (f(x +
 * s d) - f(x - s d)) / 2s}, and the two one-sided ones, for several {@code s}. See {@link Quotient}
 * for which of them count and what they allow.
 *
 * <p>The function's noise {@code e} is taken as the larger of {@code 16 · 2^-24 max|f|}, what a sum
 * of some hundred roundings comes to, and four times what differences of the fourth order show
 * among seven points so close together that a smooth function has none (after Hamming; see Moré and
 * Wild, Estimating computational noise, 2011). The rounding of {@code x} costs nothing, since the
 * displacement that is predicted with is the one that float32 made.
 *
 * <p>A gradient that is wrong by more than about 2% of its length along one direction fails.
 */
final class DifferenceQuotients {
  private static final double[] STEPS = {3e-2, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4};
  private static final double ROUNDING = 16 * 0x1p-24;
  private static final double TINY_STEP = 1e-5;
  private static final int TINY_POINTS = 7;
  private static final int CENTRE = 2 * STEPS.length + TINY_POINTS / 2;
  private static final int RANDOM_DIRECTIONS = 4;

  /** The function: a value for each of the points, which lie one after the other. */
  @FunctionalInterface
  interface Field {
    double[] at(float[] points);
  }

  private final String subject;
  private final Field field;

  /**
   * @param subject what to call the function in a complaint
   * @param field the function
   */
  DifferenceQuotients(String subject, Field field) {
    this.subject = subject;
    this.field = field;
  }

  /** Requires {@code gradient} to be the gradient at {@code x}. */
  void verify(float[] x, float[] gradient, Random random) {
    double length = Vectors.norm(gradient);
    if (length > 0) {
      double[] steepest = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        steepest[i] = gradient[i] / length * Math.sqrt(x.length);
      }
      verify("its own direction", x, gradient, steepest);
    }
    for (int i = 0; i < RANDOM_DIRECTIONS; i++) {
      double[] direction = random.doubles(x.length).map(u -> u < 0.5 ? -1 : 1).toArray();
      for (int k = 0; i % 2 == 1 && k < x.length; k++) {
        direction[k] = random.nextGaussian();
      }
      verify("a random direction", x, gradient, direction);
    }
  }

  private void verify(String where, float[] x, float[] gradient, double[] direction) {
    float[] points = points(x, direction);
    double[] values = field.at(points);
    double noise = noise(values);
    List<List<Quotient>> kinds = new ArrayList<>();
    for (int kind = 0; kind < 3; kind++) {
      List<Quotient> quotients = new ArrayList<>();
      for (int step = 0; step < STEPS.length; step++) {
        int from = kind == 1 ? CENTRE : 2 * step + 1;
        int to = kind == 2 ? CENTRE : 2 * step;
        double width = kind == 0 ? 2 * STEPS[step] : STEPS[step];
        double change = values[to] - values[from];
        double predicted = predicted(points, gradient, from, to);
        quotients.add(Quotient.of(change, predicted, width, noise, Vectors.norm(gradient)));
      }
      kinds.add(quotients);
    }
    List<Quotient> trusted = Quotient.trusted(kinds);
    Violation.unless(
        trusted.stream().anyMatch(Quotient::agrees),
        "%s: along %s the gradient gives %s",
        subject,
        where,
        trusted.get(trusted.size() / 2));
  }

  /** Pairs {@code x + s d, x - s d} for each step, then the close points. */
  private static float[] points(float[] x, double[] direction) {
    int n = x.length;
    float[] points = new float[n * (2 * STEPS.length + TINY_POINTS)];
    int at = 0;
    for (double step : STEPS) {
      for (int sign = 1; sign >= -1; sign -= 2) {
        shift(x, direction, sign * step, points, at);
        at += n;
      }
    }
    for (int k = 0; k < TINY_POINTS; k++) {
      shift(x, direction, (k - TINY_POINTS / 2) * TINY_STEP, points, at);
      at += n;
    }
    return points;
  }

  private static void shift(float[] x, double[] direction, double step, float[] points, int at) {
    for (int i = 0; i < x.length; i++) {
      points[at + i] = (float) (x[i] + step * direction[i]);
    }
  }

  /** {@code <g, x' - x''>} for the two points of those numbers. */
  private static double predicted(float[] points, float[] gradient, int from, int to) {
    int n = gradient.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double shift = (double) points[to * n + i] - points[from * n + i];
      sum += gradient[i] * shift;
    }
    return sum;
  }

  private static double noise(double[] values) {
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    double[] difference = Arrays.copyOfRange(values, values.length - TINY_POINTS, values.length);
    for (int order = 1; order <= 4; order++) {
      for (int i = 0; i < TINY_POINTS - order; i++) {
        difference[i] = difference[i + 1] - difference[i];
      }
    }
    double roughness = 0;
    for (int i = 0; i < TINY_POINTS - 4; i++) {
      roughness = Math.max(roughness, Math.abs(difference[i]));
    }
    // Independent noise of deviation e has fourth differences of deviation sqrt(70) e.
    return Math.max(ROUNDING * largest, 4 * roughness / Math.sqrt(70));
  }
}
