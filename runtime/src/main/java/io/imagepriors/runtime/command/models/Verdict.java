package io.imagepriors.runtime.command.models;

import io.imagepriors.api.EnergyQuantiles;
import io.imagepriors.api.Interval;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Option;

/**
 * Whether an image belongs to a prior's class, by the percentage of the class's images that have a
 * lower energy.
 */
enum Verdict {
  BELONGS("belongs"),
  DOUBTFUL("doubtful"),
  OUTSIDE("does not belong");

  static final Option<Double> DOUBTFUL_FROM =
      Option.of(
          Parameter.real(
              "doubtful",
              95,
              Interval.closed(0, 100),
              "percentile from which an image is doubtful"));
  static final Option<Double> OUTSIDE_FROM =
      Option.of(
          Parameter.real(
              "outside",
              99,
              Interval.closed(0, 100),
              "percentile from which an image does not belong"));

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** The verdict for an energy, with the thresholds that the user or nobody gave. */
  static Verdict of(EnergyQuantiles quantiles, double energy, Invocation in) {
    double percent = 100 * quantiles.share(energy);
    if (percent >= in.get(OUTSIDE_FROM)) {
      return OUTSIDE;
    }
    return percent >= in.get(DOUBTFUL_FROM) ? DOUBTFUL : BELONGS;
  }

  /**
   * Requires thresholds in order.
   *
   * @throws InvalidInputException if they are not
   */
  static void requireOrder(Invocation in) {
    if (in.get(OUTSIDE_FROM) < in.get(DOUBTFUL_FROM)) {
      throw InvalidInputException.of(
          "option --outside",
          "be at least --doubtful " + in.get(DOUBTFUL_FROM),
          in.get(OUTSIDE_FROM));
    }
  }

  @Override
  public String toString() {
    return words;
  }
}
