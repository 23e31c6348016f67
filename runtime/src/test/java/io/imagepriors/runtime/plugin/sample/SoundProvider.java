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

/** A provider of one degradation, loaded from a jar that a test makes of this class. */
public final class SoundProvider implements PluginProvider {
  /** The system property that is true once the degradation has been closed. */
  public static final String CLOSED = "imagepriors.sample.closed";

  /** Made by the extender. */
  public SoundProvider() {}

  @Override
  public List<Plugin> plugins() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return List.of(new Damage(context == getClass().getClassLoader()));
  }

  /** Tells by what all bundles share whether it has been closed. */
  private static final class Damage implements Degradation {
    private final Descriptor descriptor;

    Damage(boolean ownContext) {
      descriptor =
          Descriptor.of("damage", "damages").withFact("own-context", String.valueOf(ownContext));
    }

    @Override
    public Descriptor descriptor() {
      return descriptor;
    }

    @Override
    public ForwardModel bind(Shape clean, Parameters parameters) {
      throw WithdrawnException.of("damage");
    }

    @Override
    public void close() {
      System.setProperty(CLOSED, "true");
    }
  }
}
