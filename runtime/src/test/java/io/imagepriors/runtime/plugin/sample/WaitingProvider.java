package io.imagepriors.runtime.plugin.sample;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A provider that waits for a test's word; they share it through the system's properties. */
public final class WaitingProvider implements PluginProvider {
  /** The key of a {@link CountDownLatch} that is counted down when a provider begins. */
  public static final String BEGUN = "imagepriors.sample.begun";

  /** The key of a {@link CountDownLatch} that lets providers go on. */
  public static final String GO_ON = "imagepriors.sample.go-on";

  /** Made by the extender. */
  public WaitingProvider() {}

  @Override
  public List<Plugin> plugins() {
    ((CountDownLatch) System.getProperties().get(BEGUN)).countDown();
    try {
      ((CountDownLatch) System.getProperties().get(GO_ON)).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return List.of(new Fog());
  }

  private static final class Fog implements Degradation {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("fog", "fades images");
    }

    @Override
    public ForwardModel bind(Shape clean, Parameters parameters) {
      throw WithdrawnException.of("fog");
    }
  }
}
