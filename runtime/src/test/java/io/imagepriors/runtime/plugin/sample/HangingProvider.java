package io.imagepriors.runtime.plugin.sample;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A provider that waits for what never comes, loaded from a jar that a test makes of it. */
public final class HangingProvider implements PluginProvider {

  /** Made by the extender. */
  public HangingProvider() {}

  @Override
  public List<Plugin> plugins() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }
}
