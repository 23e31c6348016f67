package io.imagepriors.runtime.bench.plugin;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;

/** The door of a probe's jar. */
public final class ProbeProvider implements PluginProvider {

  /** Made by the runtime. */
  public ProbeProvider() {}

  /** The one plug-in whose kind and version the jar's {@link ProbeVersion} tells. */
  @Override
  public List<Plugin> plugins() {
    ProbeVersion version = ProbeVersion.ofThisJar();
    return List.of(
        switch (version.name()) {
          case ProbePrior.NAME -> new ProbePrior(version);
          case ProbeDegradation.NAME -> new ProbeDegradation(version);
          case ProbeRestorer.NAME -> new ProbeRestorer(version);
          default -> throw new IllegalStateException("no probe is called " + version.name());
        });
  }
}
