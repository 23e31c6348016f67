package io.imagepriors.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of a plug-in's parameters: those that were set, and the defaults of all others. Made
 * by {@link Descriptor#defaults()}; only parameters of that descriptor can be set or read, and only
 * to values within their range. Immutable.
 */
public final class Parameters {
  private final Descriptor descriptor;
  private final Map<Parameter<?>, Object> values;

  Parameters(Descriptor descriptor, Map<Parameter<?>, Object> values) {
    this.descriptor = descriptor;
    this.values = values;
  }

  /** The descriptor of the plug-in these values are for. */
  public Descriptor descriptor() {
    return descriptor;
  }

  /**
   * A copy with one value set.
   *
   * @throws InvalidInputException if the plug-in has no such parameter or the value breaks its rule
   */
  public <T> Parameters with(Parameter<T> parameter, T value) {
    requireKnown(parameter);
    return put(parameter, parameter.check(value));
  }

  /**
   * A copy with one value set from text.
   *
   * @throws InvalidInputException if the plug-in has no parameter of that name (the message lists
   *     those it has) or the text breaks its rule
   */
  public Parameters with(String name, String text) {
    Parameter<?> parameter = descriptor.parameter(name);
    return put(parameter, parameter.parse(text));
  }

  /** A copy with several values set from texts, by name. */
  public Parameters with(Map<String, String> texts) {
    Parameters result = this;
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      result = result.with(entry.getKey(), entry.getValue());
    }
    return result;
  }

  /**
   * The value of a parameter, or its default.
   *
   * @throws InvalidInputException if the plug-in has no such parameter
   */
  @SuppressWarnings("unchecked") // with() stores a T under a Parameter<T> only
  public <T> T get(Parameter<T> parameter) {
    requireKnown(parameter);
    return (T) values.getOrDefault(parameter, parameter.defaultValue());
  }

  /**
   * Whether a value was set, be it to what the default is.
   *
   * @throws InvalidInputException if the plug-in has no such parameter
   * @since 1.2
   */
  public boolean isSet(Parameter<?> parameter) {
    requireKnown(parameter);
    return values.containsKey(parameter);
  }

  /** All values as texts by name, in the descriptor's order, defaults included. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Parameter<?> parameter : descriptor.parameters()) {
      texts.put(parameter.name(), text(parameter));
    }
    return texts;
  }

  /** The plug-in's name and the values that were set: {@code gaussian-noise:sigma=0.25}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(descriptor.name());
    char separator = ':';
    for (Parameter<?> parameter : descriptor.parameters()) {
      if (isSet(parameter)) {
        text.append(separator).append(parameter.name()).append('=').append(text(parameter));
        separator = ',';
      }
    }
    return text.toString();
  }

  private <T> String text(Parameter<T> parameter) {
    return parameter.format(get(parameter));
  }

  private Parameters put(Parameter<?> parameter, Object value) {
    Map<Parameter<?>, Object> copy = new LinkedHashMap<>(values);
    copy.put(parameter, value);
    return new Parameters(descriptor, copy);
  }

  private void requireKnown(Parameter<?> parameter) {
    if (!descriptor.parameters().contains(parameter)) {
      throw descriptor.unknownParameter(parameter.name());
    }
  }
}
