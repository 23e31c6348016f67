package io.imagepriors.priors.uniform;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Trainer;
import io.imagepriors.autoencoder.inference.OnnxPrior;
import io.imagepriors.autoencoder.training.AutoencoderTrainer;
import io.imagepriors.autoencoder.training.Objective;

/** What this jar is made of: an objective, the trainer for it, and the prior that it trained. */
public final class UniformPriorModule extends AbstractModule {
  private static final String MODEL = "uniform.onnx";
  private static final String SUMMARY =
      "auto-encoder whose codes fill the cube uniformly, so that every code is an image";

  @Override
  protected void configure() {
    bind(Objective.class).to(UniformObjective.class);
  }

  @Provides
  @Singleton
  Prior prior() {
    return OnnxPrior.of(UniformPriorModule.class.getResource(MODEL));
  }

  @Provides
  @Singleton
  Trainer trainer(Objective objective) {
    return new AutoencoderTrainer("uniform", SUMMARY, objective);
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
