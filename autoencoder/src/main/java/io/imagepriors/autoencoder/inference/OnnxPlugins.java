package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;

/** The plug-ins of this bundle: readers of model files. */
public final class OnnxPlugins implements PluginProvider {

  /** A provider; it holds nothing. */
  public OnnxPlugins() {}

  @Override
  public List<Plugin> plugins() {
    return List.of(new OnnxPriorReader(), new OnnxClassifierReader());
  }
}
