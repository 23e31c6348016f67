package io.imagepriors.api;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A typed setting of a plug-in. One constant is everything there is to say about it: its name, its
 * default, its range, its help, and the key that {@link Parameters#get} takes.
 *
 * <pre>{@code
 * public static final Parameter<Double> SIGMA =
 *     Parameter.real("sigma", 0.1, Interval.openClosed(0, 10), "standard deviation of the noise");
 * }</pre>
 *
 * <p>Immutable. Two parameters are the same if they are the same object.
 *
 * @param <T> the type of its values
 */
public final class Parameter<T> {
  private final String name;
  private final T defaultValue;
  private final String help;
  private final String rule;
  private final List<String> choices;
  private final Function<String, Optional<T>> reader;
  private final Function<T, String> writer;

  private Parameter(
      String name,
      T defaultValue,
      String help,
      String rule,
      List<String> choices,
      Function<String, Optional<T>> reader,
      Function<T, String> writer) {
    this.name = Descriptor.requireName("parameter", name);
    this.defaultValue = defaultValue;
    this.help = help;
    this.rule = rule;
    this.choices = List.copyOf(choices);
    this.reader = reader;
    this.writer = writer;
    check(defaultValue);
  }

  /** A real number in a range. */
  public static Parameter<Double> real(
      String name, double defaultValue, Interval range, String help) {
    return new Parameter<>(
        name,
        defaultValue,
        help,
        "be in " + range,
        List.of(),
        text -> number(text).filter(range::contains),
        Interval::text);
  }

  /** A real number in a range, or {@code auto} (the default), which lets the plug-in choose. */
  public static Parameter<OptionalDouble> realOrAuto(String name, Interval range, String help) {
    return realOrAuto(name, OptionalDouble.empty(), range, help);
  }

  /**
   * A real number in a range (by default {@code defaultValue}), or {@code auto}, which lets the
   * plug-in choose.
   *
   * @since 1.3
   */
  public static Parameter<OptionalDouble> realOrAuto(
      String name, double defaultValue, Interval range, String help) {
    return realOrAuto(name, OptionalDouble.of(defaultValue), range, help);
  }

  private static Parameter<OptionalDouble> realOrAuto(
      String name, OptionalDouble defaultValue, Interval range, String help) {
    return new Parameter<>(
        name,
        defaultValue,
        help,
        "be auto or in " + range,
        List.of("auto"),
        text ->
            text.equals("auto")
                ? Optional.of(OptionalDouble.empty())
                : number(text).filter(range::contains).map(OptionalDouble::of),
        value -> value.isPresent() ? Interval.text(value.getAsDouble()) : "auto");
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  public static Parameter<Integer> integer(
      String name, int defaultValue, int low, int high, String help) {
    return new Parameter<>(
        name,
        defaultValue,
        help,
        "be a whole number in [" + low + ", " + high + "]",
        List.of(),
        text -> wholeNumber(text).filter(v -> v >= low && v <= high).map(Long::intValue),
        String::valueOf);
  }

  /** The seed of a random generator: any whole number of 64 bits. The parameter's name is seed. */
  public static Parameter<Long> seed(String help) {
    return new Parameter<>(
        "seed", 0L, help, "be a whole number", List.of(), Parameter::wholeNumber, String::valueOf);
  }

  /** A switch: true or false. */
  public static Parameter<Boolean> flag(String name, boolean defaultValue, String help) {
    List<String> choices = List.of("true", "false");
    return new Parameter<>(
        name,
        defaultValue,
        help,
        "be true or false",
        choices,
        text -> choices.contains(text) ? Optional.of(Boolean.valueOf(text)) : Optional.empty(),
        String::valueOf);
  }

  /**
   * One of the constants of an enum. Users write them in lower case with hyphens: {@code LEFT_HALF}
   * is {@code left-half}.
   */
  public static <E extends Enum<E>> Parameter<E> choice(String name, E defaultValue, String help) {
    List<E> constants = List.of(defaultValue.getDeclaringClass().getEnumConstants());
    List<String> choices = constants.stream().map(Parameter::spelling).toList();
    return new Parameter<>(
        name,
        defaultValue,
        help,
        "be one of " + String.join(", ", choices),
        choices,
        text -> constants.stream().filter(c -> spelling(c).equals(text)).findFirst(),
        Parameter::spelling);
  }

  /**
   * A value of a type of the plug-in's own, for example a size written as {@code 10x14}.
   *
   * @param rule what a text must fulfil, to be read after "must"
   * @param reader gives the value that a trimmed text stands for, empty if it breaks the rule
   * @param writer writes a value so that {@code reader} reads it back
   */
  public static <T> Parameter<T> of(
      String name,
      T defaultValue,
      String rule,
      Function<String, Optional<T>> reader,
      Function<T, String> writer,
      String help) {
    return new Parameter<>(name, defaultValue, help, rule, List.of(), reader, writer);
  }

  /** A path to a file or folder, empty by default. Whether it exists is the plug-in's to check. */
  public static Parameter<Optional<Path>> path(String name, String help) {
    return new Parameter<>(
        name,
        Optional.empty(),
        help,
        "be a path",
        List.of(),
        Parameter::path,
        value -> value.map(Path::toString).orElse(""));
  }

  /** The name users type: lower case letters, digits and hyphens. */
  public String name() {
    return name;
  }

  /** The value where users say nothing. */
  public T defaultValue() {
    return defaultValue;
  }

  /** What it does, as half a line for a help text; with its unit. */
  public String help() {
    return help;
  }

  /** What a value must fulfil, to be read after "must": {@code be in (0, 10]}. */
  public String rule() {
    return rule;
  }

  /** The texts it accepts, where they can be listed; else empty. For completion. */
  public List<String> choices() {
    return choices;
  }

  /**
   * Reads a value.
   *
   * @throws InvalidInputException if the text breaks the {@link #rule()}
   */
  public T parse(String text) {
    return reader
        .apply(text.trim())
        .orElseThrow(() -> InvalidInputException.of("parameter '" + name + "'", rule, text));
  }

  /** Writes a value so that {@link #parse} reads it back. */
  public String format(T value) {
    return writer.apply(value);
  }

  /**
   * Gives back a value that fulfils the rule.
   *
   * @throws InvalidInputException if it does not
   */
  T check(T value) {
    return parse(format(value));
  }

  /** Its name. */
  @Override
  public String toString() {
    return name;
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text)).filter(v -> !v.isNaN());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> wholeNumber(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The outer level says whether the text is a path at all, the inner whether one was named. */
  private static Optional<Optional<Path>> path(String text) {
    try {
      return Optional.of(text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text)));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
