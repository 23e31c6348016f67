package io.imagepriors.runtime.command;

import io.imagepriors.api.Plugin;
import io.imagepriors.runtime.report.Occasion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What reports say of plug-ins, versions and words, so that others can repeat them. */
public final class Provenance {
  private Provenance() {}

  /** What is known of a plug-in. */
  public static Map<String, String> facts(Plugin plugin) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("what", plugin.descriptor().summary());
    facts.putAll(plugin.descriptor().facts());
    return facts;
  }

  /** This machine, its Java and the product's version. */
  public static Map<String, String> machine() {
    Map<String, String> machine = new LinkedHashMap<>(Occasion.thisMachine());
    Bundle bundle = FrameworkUtil.getBundle(Provenance.class);
    machine.put(
        "Product", Objects.isNull(bundle) ? "not run as a bundle" : bundle.getVersion().toString());
    return machine;
  }

  /** A word as a shell takes it. */
  public static String quoted(String word) {
    return word.matches("[A-Za-z0-9:=,._/+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
