package io.imagepriors.conformance;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Interval;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a plug-in says of itself. */
final class DescriptorChecks {
  private static final String NONSENSE = "~ no value at all ~";

  /** At the edges of what numbers often mean: none, one, more, a part; and a size. */
  private static final List<String> SIMPLE_VALUES = List.of("0", "1", "2", "0.5", "-1", "1x1");

  private static final Descriptor STRANGER =
      Descriptor.of("some-other-plug-in", "for parameters that belong elsewhere")
          .with(Parameter.real("strange", 0, Interval.closed(0, 1), "nothing"));

  private final Plugin plugin;
  private final Consumer<Parameters> use;

  /**
   * @param use gives parameters to the plug-in, which then must be ready to compute
   */
  DescriptorChecks(Plugin plugin, Consumer<Parameters> use) {
    this.plugin = plugin;
    this.use = use;
  }

  List<Check> checks() {
    return List.of(
        descriptor(),
        new Check("defaults", "works with all its parameters at their defaults", this::useDefaults),
        foreignParameters());
  }

  Check descriptor() {
    return new Check("descriptor", "describes itself and its parameters", this::describe);
  }

  Check foreignParameters() {
    return new Check(
        "foreign-parameters",
        "refuses parameters that belong to another plug-in",
        this::useForeign);
  }

  Check values() {
    return new Check(
        "parameters",
        "works with each value that a parameter allows or refuses it when bound",
        this::useValues);
  }

  private void useValues() {
    for (Parameter<?> parameter : plugin.descriptor().parameters()) {
      Stream.concat(parameter.choices().stream(), SIMPLE_VALUES.stream())
          .filter(text -> isAllowed(parameter, text))
          .forEach(text -> useValue(parameter.name(), text));
    }
  }

  private static boolean isAllowed(Parameter<?> parameter, String text) {
    try {
      parameter.parse(text);
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private void useValue(String name, String text) {
    try {
      use.accept(plugin.descriptor().defaults().with(name, text));
    } catch (InvalidInputException expected) {
      return;
    } catch (RuntimeException e) {
      throw new Violation(
          "meets "
              + name
              + "="
              + text
              + " not with InvalidInputException but "
              + Violation.describe(e),
          e);
    }
  }

  private void describe() {
    Descriptor descriptor = plugin.descriptor();
    Violation.unless(
        plugin.name().equals(descriptor.name()),
        "is named '%s', but '%s' in its descriptor",
        plugin.name(),
        descriptor.name());
    requireLine("summary", descriptor.summary());
    Violation.unless(
        plugin.descriptor().parameters().equals(descriptor.parameters()),
        "gives other parameter objects each time it is asked; keep them in constants");
    descriptor.parameters().forEach(this::parameter);
  }

  private <T> void parameter(Parameter<T> parameter) {
    String title = "parameter '" + parameter.name() + "'";
    requireLine("help of " + title, parameter.help());
    requireLine("rule of " + title, parameter.rule());
    T value = parameter.defaultValue();
    T readBack = parameter.parse(parameter.format(value));
    Violation.unless(
        readBack.equals(value), "%s: its default %s is read back as %s", title, value, readBack);
    for (String choice : parameter.choices()) {
      String again = parameter.format(parameter.parse(choice));
      Violation.unless(again.equals(choice), "%s: '%s' is written '%s'", title, choice, again);
    }
    try {
      parameter.parse(NONSENSE);
    } catch (InvalidInputException expected) {
      return;
    } catch (RuntimeException e) {
      throw new Violation(
          title + " meets nonsense not with InvalidInputException but " + Violation.describe(e), e);
    }
  }

  private void useDefaults() {
    use.accept(plugin.descriptor().defaults());
  }

  private void useForeign() {
    if (plugin.descriptor().parameters().isEmpty()) {
      throw new NotApplicable("it has no parameters");
    }
    Refusal.of("parameters of another plug-in").by(() -> use.accept(STRANGER.defaults()));
  }

  private static void requireLine(String subject, String text) {
    Violation.unless(
        !text.isBlank() && text.lines().count() == 1, "its %s is not one line of text", subject);
  }
}
