package io.imagepriors.priors.uniform;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;

/** The door of this jar. */
public final class UniformPluginProvider implements PluginProvider {

  @Override
  public List<Plugin> plugins() {
    return new UniformPriorModule().plugins();
  }
}
