package io.imagepriors.runtime.command;

import io.imagepriors.api.InvalidInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A plug-in as users write it: {@code name} or {@code name:key=value,key=value}. Commas and colons
 * within a value or a path are its own, unless {@code key=} follows. Several in sequence are joined
 * by {@code +}; one within a value is its own, unless what follows reads like a plug-in's name.
 *
 * @param name the name, or a model file's path
 * @param settings values by parameter name, in order
 */
record Spec(String name, Map<String, String> settings) {
  /** What stands between plug-ins in sequence. */
  static final String NEXT = "+";

  private static final Pattern SEQUENCE =
      Pattern.compile("\\+(?=[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:[:+]|$))");
  private static final String KEY = "[a-z0-9]+(?:[-.][a-z0-9]+)*=";
  private static final Pattern SETTINGS = Pattern.compile(":(?=" + KEY + ")");
  private static final Pattern COMMA = Pattern.compile(",(?=" + KEY + ")");
  private static final Pattern LOOSE_END = Pattern.compile("[a-z0-9.-]+:[a-z0-9.,-]*");

  Spec {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * Reads a specification.
   *
   * @throws InvalidInputException if the name is empty, a setting has no value or is given twice
   */
  static Spec parse(String text) {
    Matcher colon = SETTINGS.matcher(text);
    String name = colon.find() ? text.substring(0, colon.start()) : text;
    if (name.isEmpty() || LOOSE_END.matcher(name).matches()) {
      throw malformed(text);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    if (name.length() < text.length()) {
      for (String setting : COMMA.split(text.substring(colon.end()), -1)) {
        int equals = setting.indexOf('=');
        if (settings.put(setting.substring(0, equals), setting.substring(equals + 1)) != null) {
          throw malformed(text);
        }
      }
    }
    return new Spec(name, settings);
  }

  /**
   * Reads specifications in sequence: {@code blur:gaussian=2+mask}.
   *
   * @throws InvalidInputException as {@link #parse} does
   */
  static List<Spec> parseSequence(String text) {
    return Stream.of(SEQUENCE.split(text, -1)).map(Spec::parse).toList();
  }

  /** Where the last of the specifications in sequence begins; it need not be complete. */
  static int lastStart(String text) {
    Matcher next = Pattern.compile(SEQUENCE.pattern() + "|\\+$").matcher(text);
    int start = 0;
    while (next.find()) {
      start = next.start() + NEXT.length();
    }
    return start;
  }

  private static InvalidInputException malformed(String text) {
    return InvalidInputException.of(
        "choice",
        "read like NAME or NAME:KEY=VALUE,KEY=VALUE with each key once",
        "'" + text + "'");
  }
}
