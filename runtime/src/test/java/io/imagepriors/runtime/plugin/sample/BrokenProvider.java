package io.imagepriors.runtime.plugin.sample;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;

/** A provider that fails, loaded from a jar that a test makes of this class. */
public final class BrokenProvider implements PluginProvider {

  /** Made by the extender. */
  public BrokenProvider() {}

  @Override
  public List<Plugin> plugins() {
    throw InvalidInputException.of("weights", "be there", "nothing");
  }
}
