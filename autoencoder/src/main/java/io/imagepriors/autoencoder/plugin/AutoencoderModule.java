package io.imagepriors.autoencoder.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Trainer;
import io.imagepriors.autoencoder.inference.OnnxPrior;
import io.imagepriors.autoencoder.training.AutoencoderTrainer;
import io.imagepriors.autoencoder.training.Objective;
import java.util.List;
import java.util.Set;

/**
 * An auto-encoder prior as plug-ins: an objective, the trainer for it, and the prior that it
 * trained, {@code NAME.onnx} beside the extending class.
 */
public abstract class AutoencoderModule extends AbstractModule {
  private final String name;
  private final String summary;
  private final Class<? extends Objective> objective;

  /**
   * A module.
   *
   * @param name of the trainer, and of the priors it makes
   * @param summary what it minimises, in half a line
   * @param objective with a constructor that can be injected
   */
  protected AutoencoderModule(String name, String summary, Class<? extends Objective> objective) {
    this.name = name;
    this.summary = summary;
    this.objective = objective;
  }

  /** New plug-ins, which the caller owns. */
  public final List<Plugin> plugins() {
    return List.copyOf(
        Guice.createInjector(Stage.DEVELOPMENT, this)
            .getInstance(Key.get(new TypeLiteral<Set<Plugin>>() {})));
  }

  @Override
  protected void configure() {
    bind(Objective.class).to(objective);
  }

  @Provides
  @Singleton
  Prior prior() {
    return OnnxPrior.of(getClass().getResource(name + ".onnx"));
  }

  @Provides
  @Singleton
  Trainer trainer(Objective chosen) {
    return new AutoencoderTrainer(name, summary, chosen);
  }

  @ProvidesIntoSet
  Plugin plugin(Prior prior) {
    return prior;
  }

  @ProvidesIntoSet
  Plugin plugin(Trainer trainer) {
    return trainer;
  }
}
