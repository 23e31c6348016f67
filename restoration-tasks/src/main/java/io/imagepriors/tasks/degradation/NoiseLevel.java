package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import java.util.OptionalDouble;

/** The parameter {@code sigma} of every degradation. */
final class NoiseLevel {
  private static final Interval RANGE = Interval.openClosed(0, 10);

  private NoiseLevel() {}

  /**
   * The standard deviation of the noise, in units of grey value.
   *
   * @param level where nobody says otherwise
   * @param noise what it is the deviation of, for people
   */
  static Parameter<Double> parameter(double level, String noise) {
    return Parameter.real("sigma", level, RANGE, "standard deviation of " + noise);
  }

  /** The same, or {@code auto} for what the degraded image itself tells. */
  static Parameter<OptionalDouble> orAuto(double level, String noise) {
    return Parameter.realOrAuto(
        "sigma",
        level,
        RANGE,
        "standard deviation of " + noise + "; auto estimates it, to restore");
  }
}
