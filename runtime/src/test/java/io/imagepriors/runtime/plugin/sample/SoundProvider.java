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
import java.util.function.BooleanSupplier;

/** A provider of one degradation, loaded from a jar that a test makes of this class. */
public final class SoundProvider implements PluginProvider {

  /** Made by the extender. */
  public SoundProvider() {}

  @Override
  public List<Plugin> plugins() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return List.of(new Damage(context == getClass().getClassLoader()));
  }

  /** Tells by a type of the JDK whether it has been closed. */
  private static final class Damage implements Degradation, BooleanSupplier {
    private final Descriptor descriptor;
    private volatile boolean closed;

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
      closed = true;
    }

    @Override
    public boolean getAsBoolean() {
      return closed;
    }
  }
}
