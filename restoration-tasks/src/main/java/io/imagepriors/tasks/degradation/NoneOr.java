package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import java.util.Optional;
import java.util.function.Function;

/** Parameters that say nothing ({@code none}) unless they are set. */
final class NoneOr {
  private NoneOr() {}

  /**
   * A value of any type.
   *
   * @param rule what a text must be, to be read after "must be none or"
   * @param reader gives the value, empty if the text breaks the rule
   */
  static <T> Parameter<Optional<T>> of(
      String name, String rule, Function<String, Optional<T>> reader, String help) {
    return Parameter.of(
        name,
        Optional.empty(),
        "be none or " + rule,
        text -> {
          Optional<T> value = reader.apply(text);
          return value.isPresent() || text.equals("none") ? Optional.of(value) : Optional.empty();
        },
        value -> value.map(Object::toString).orElse("none"),
        help);
  }

  /** A number in a range. */
  static Parameter<Optional<Double>> real(String name, Interval range, String help) {
    return of(name, "in " + range, text -> number(text).filter(range::contains), help);
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
