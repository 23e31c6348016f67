package io.imagepriors.tasks.degradation;

import java.util.function.DoubleUnaryOperator;

/**
 * The shape of a filter along one direction: a weight for each distance from its centre, in pixels.
 *
 * @param radius where the weights end; above 0
 * @param weight of a distance
 */
record Profile(double radius, DoubleUnaryOperator weight) {
  /** Beyond it a Gaussian weighs less than 4e-4 of its centre. */
  private static final double DEVIATIONS = 4;

  /** {@code exp(-d² / (2 s²))} up to {@code 4 s}. */
  static Profile gaussian(double s) {
    return new Profile(DEVIATIONS * s, d -> Math.exp(-d * d / (2 * s * s)));
  }

  /** All pixels less than half a width from the centre alike. */
  static Profile box(double width) {
    return new Profile(width / 2, d -> 1);
  }

  /**
   * The cubic convolution kernel with {@code a = -1/2} (Keys, doi:10.1109/TASSP.1981.1163711), of
   * unit spacing {@code spacing}:
   *
   * <pre>{@code
   * k(t) = 1.5 |t|³ - 2.5 |t|² + 1            for |t| <= 1
   *      = -0.5 |t|³ + 2.5 |t|² - 4 |t| + 2   for 1 < |t| < 2,   t = d / spacing
   * }</pre>
   */
  static Profile cubic(double spacing) {
    return new Profile(2 * spacing, d -> cubicWeight(Math.abs(d / spacing)));
  }

  private static double cubicWeight(double t) {
    if (t <= 1) {
      return (1.5 * t - 2.5) * t * t + 1;
    }
    return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
  }
}
