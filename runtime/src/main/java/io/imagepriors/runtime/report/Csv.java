package io.imagepriors.runtime.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) with a first line of names. Used by one thread. */
final class Csv {
  private static final String END = "\r\n";

  private final List<String> names;
  private final StringBuilder text = new StringBuilder();

  private Csv(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** A table that has its names so far. */
  static Csv of(List<String> names) {
    Csv csv = new Csv(names);
    csv.append(csv.names);
    return csv;
  }

  /** Adds a line of values by their names; one that is missing or null is empty. */
  void line(Map<String, ?> values) {
    append(names.stream().map(name -> Objects.toString(values.get(name), "")).toList());
  }

  /** The text, ending with a line end. */
  @Override
  public String toString() {
    return text.toString();
  }

  private void append(List<String> values) {
    text.append(values.stream().map(Csv::quoted).collect(Collectors.joining(","))).append(END);
  }

  private static String quoted(String value) {
    return value.matches("[^,\"\r\n]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
