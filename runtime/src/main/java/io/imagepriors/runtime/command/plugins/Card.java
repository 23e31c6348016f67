package io.imagepriors.runtime.command.plugins;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All there is to say about a plug-in; also its form in {@code --json}.
 *
 * @param bundle empty for a model file, like {@code version} and {@code since} where it is not
 *     plugged in
 */
record Card(
    String kind,
    String name,
    String summary,
    Map<String, String> facts,
    List<Setting> parameters,
    String version,
    String bundle,
    String file,
    String since,
    boolean shadowed) {

  /** One parameter. */
  record Setting(String name, String help, String rule, String defaultValue, List<String> choices) {

    static <T> Setting of(Parameter<T> parameter) {
      return new Setting(
          parameter.name(),
          parameter.help(),
          parameter.rule(),
          parameter.format(parameter.defaultValue()),
          parameter.choices());
    }
  }

  static Card of(Entry<?> entry) {
    return new Card(
        entry.kind().label(),
        entry.name(),
        entry.plugin().descriptor().summary(),
        facts(entry.plugin()),
        settings(entry.plugin().descriptor()),
        entry.origin().version().toString(),
        entry.origin().bundle(),
        entry.origin().file(),
        entry.since().toString(),
        entry.shadowed());
  }

  /** What a model file holds. */
  static Card of(Plugin plugin, String file) {
    Descriptor descriptor = plugin.descriptor();
    return new Card(
        Kind.of(plugin).get(0).label(),
        descriptor.name(),
        descriptor.summary(),
        facts(plugin),
        settings(descriptor),
        "",
        "",
        file,
        "",
        false);
  }

  void print(PrintStream out) {
    out.println(kind + " " + name + (shadowed ? " (shadowed)" : ""));
    out.println("  " + summary);
    if (!parameters.isEmpty()) {
      out.println("  parameters");
      for (Setting s : parameters) {
        String value = s.defaultValue().isEmpty() ? "" : ", default " + s.defaultValue();
        out.println("    " + s.name() + ": " + s.help() + "; must " + s.rule() + value);
      }
    }
    if (!facts.isEmpty()) {
      out.println("  facts");
      facts.forEach((key, value) -> out.println("    " + key + ": " + value));
    }
    out.println("  from " + file);
    if (!bundle.isEmpty()) {
      out.println("  bundle " + bundle + " " + version + ", since " + since);
    } else if (!version.isEmpty()) {
      out.println("  version " + version + ", since " + since);
    }
  }

  private static Map<String, String> facts(Plugin plugin) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (plugin instanceof Prior prior) {
      facts.put("shape", prior.shape().toString());
    }
    if (plugin instanceof Classifier classifier) {
      facts.put("shape", classifier.shape().toString());
    }
    facts.putAll(plugin.descriptor().facts());
    return facts;
  }

  private static List<Setting> settings(Descriptor descriptor) {
    return descriptor.parameters().stream().<Setting>map(Setting::of).toList();
  }
}
