package io.imagepriors.priors.naive;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;

/** The door of this jar. */
public final class NaivePluginProvider implements PluginProvider {

  @Override
  public List<Plugin> plugins() {
    return new NaivePriorModule().plugins();
  }
}
