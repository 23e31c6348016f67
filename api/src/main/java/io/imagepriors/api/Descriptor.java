package io.imagepriors.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a plug-in says of itself, for the shell, completion, documents and reports. Immutable.
 *
 * <pre>{@code
 * private static final Descriptor DESCRIPTOR =
 *     Descriptor.of("gaussian-noise", "adds white Gaussian noise").with(SIGMA);
 * }</pre>
 */
public final class Descriptor {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");

  private final String name;
  private final String summary;
  private final List<Parameter<?>> parameters;
  private final Map<String, String> facts;

  private Descriptor(
      String name, String summary, List<Parameter<?>> parameters, Map<String, String> facts) {
    this.name = name;
    this.summary = summary;
    this.parameters = parameters;
    this.facts = facts;
  }

  /**
   * A descriptor without parameters.
   *
   * @param name lower case letters, digits, hyphens and dots, for example {@code gaussian-noise}
   * @param summary what it does, in half a line
   * @throws InvalidInputException if the name has other characters
   */
  public static Descriptor of(String name, String summary) {
    return new Descriptor(requireName("plug-in", name), summary, List.of(), Map.of());
  }

  /**
   * A copy with more parameters.
   *
   * @throws InvalidInputException if two parameters share a name
   */
  public Descriptor with(Parameter<?>... more) {
    List<Parameter<?>> all = new ArrayList<>(parameters);
    all.addAll(Arrays.asList(more));
    long names = all.stream().map(Parameter::name).distinct().count();
    if (names != all.size()) {
      throw InvalidInputException.of("parameters of '" + name + "'", "have distinct names", all);
    }
    return new Descriptor(name, summary, List.copyOf(all), facts);
  }

  /** A copy with one more fact: something measured or known of it, for people to read. */
  public Descriptor withFact(String key, String value) {
    Map<String, String> all = new LinkedHashMap<>(facts);
    all.put(key, value);
    return new Descriptor(name, summary, parameters, Collections.unmodifiableMap(all));
  }

  /** The plug-in's name. */
  public String name() {
    return name;
  }

  /** What it does, in half a line. */
  public String summary() {
    return summary;
  }

  /** Its parameters, in the order of the help text. */
  public List<Parameter<?>> parameters() {
    return parameters;
  }

  /** Data, seed, quality, licence and the like, in order. */
  public Map<String, String> facts() {
    return facts;
  }

  /**
   * The parameter of that name.
   *
   * @throws InvalidInputException if there is none; the message lists those there are
   */
  public Parameter<?> parameter(String parameter) {
    return parameters.stream()
        .filter(p -> p.name().equals(parameter))
        .findFirst()
        .orElseThrow(() -> unknownParameter(parameter));
  }

  /** All parameters at their defaults; set some with {@link Parameters#with}. */
  public Parameters defaults() {
    return new Parameters(this, Map.of());
  }

  /** The plug-in's name. */
  @Override
  public String toString() {
    return name;
  }

  InvalidInputException unknownParameter(String parameter) {
    return InvalidInputException.unknown(
        "parameter of '" + name + "'",
        parameter,
        parameters.stream().map(Parameter::name).toList());
  }

  static String requireName(String subject, String name) {
    if (!NAME.matcher(name).matches()) {
      throw InvalidInputException.of(
          subject + " name", "be lower case letters, digits and hyphens", "'" + name + "'");
    }
    return name;
  }
}
