package io.imagepriors.runtime.command;

import io.imagepriors.api.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * An option of a command itself: {@code --out FILE}. A constant of the command is both its
 * declaration and the key that {@link Invocation#get} takes. Immutable.
 *
 * @param <T> the type of its value
 */
public final class Option<T> {
  private static final int LONGEST_LABEL = 8;

  private final String name;
  private final String label;
  private final String help;
  private final Optional<String> defaultText;
  private final List<String> choices;
  private final boolean file;
  private final Function<Optional<String>, T> reader;

  private Option(
      String name,
      String label,
      String help,
      Optional<String> defaultText,
      List<String> choices,
      boolean file,
      Function<Optional<String>, T> reader) {
    this.name = name;
    this.label = label;
    this.help = help;
    this.defaultText = defaultText;
    this.choices = choices;
    this.file = file;
    this.reader = reader;
  }

  /** A switch, off unless given. */
  public static Option<Boolean> flag(String name, String help) {
    return new Option<>(name, "", help, Optional.empty(), List.of(), false, Optional::isPresent);
  }

  /** A free text with a default. */
  public static Option<String> text(String name, String label, String defaultText, String help) {
    return new Option<>(
        name,
        label,
        help,
        Optional.of(defaultText),
        List.of(),
        false,
        text -> text.orElse(defaultText));
  }

  /** A path to a file or folder, empty unless given. */
  public static Option<Optional<Path>> file(String name, String help) {
    return path(name, "FILE", help);
  }

  /** A path to a folder, empty unless given. */
  public static Option<Optional<Path>> folder(String name, String help) {
    return path(name, "FOLDER", help);
  }

  /** A value with the default, range and choices of a parameter. */
  public static <T> Option<T> of(Parameter<T> parameter) {
    String defaultText = parameter.format(parameter.defaultValue());
    return new Option<>(
        parameter.name(),
        label(parameter),
        parameter.help(),
        Optional.of(defaultText).filter(text -> !text.isEmpty()),
        parameter.choices(),
        false,
        text -> parameter.parse(text.orElse(defaultText)));
  }

  private static Option<Optional<Path>> path(String name, String label, String help) {
    Parameter<Optional<Path>> reader = Parameter.path(name, help);
    return new Option<>(
        name, label, help, Optional.empty(), List.of(), true, text -> text.flatMap(reader::parse));
  }

  /** What stands for the value of a parameter in help: its name in capitals, if that is short. */
  static String label(Parameter<?> parameter) {
    boolean isShort = parameter.name().length() <= LONGEST_LABEL;
    return isShort ? parameter.name().toUpperCase(Locale.ROOT) : "VALUE";
  }

  /** The name, without hyphens before it. */
  public String name() {
    return name;
  }

  String label() {
    return label;
  }

  boolean isFlag() {
    return label.isEmpty();
  }

  boolean isFile() {
    return file;
  }

  List<String> choices() {
    return choices;
  }

  String help() {
    return defaultText.map(text -> help + " (default: " + text + ")").orElse(help);
  }

  T read(Optional<String> text) {
    return reader.apply(text);
  }
}
