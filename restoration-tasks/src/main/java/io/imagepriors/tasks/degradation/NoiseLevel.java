package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;

/** The parameter {@code sigma} of every degradation. */
final class NoiseLevel {
  private NoiseLevel() {}

  /**
   * The standard deviation of the noise, in units of grey value.
   *
   * @param level where nobody says otherwise
   * @param noise what it is the deviation of, for people
   */
  static Parameter<Double> parameter(double level, String noise) {
    return Parameter.real(
        "sigma", level, Interval.openClosed(0, 10), "standard deviation of " + noise);
  }
}
