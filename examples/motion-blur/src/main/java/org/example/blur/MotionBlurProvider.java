package org.example.blur;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;

/** What this jar plugs in. */
public final class MotionBlurProvider implements PluginProvider {
  @Override
  public List<Plugin> plugins() {
    return List.of(new MotionBlur());
  }
}
