package io.imagepriors.priors.naive;

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
public final class NaivePriorModule extends AbstractModule {
  private static final String MODEL = "naive.onnx";
  private static final String SUMMARY =
      "auto-encoder that minimises the reconstruction error alone";

  @Override
  protected void configure() {
    bind(Objective.class).to(NaiveObjective.class);
  }

  @Provides
  @Singleton
  Prior prior() {
    return OnnxPrior.of(NaivePriorModule.class.getResource(MODEL));
  }

  @Provides
  @Singleton
  Trainer trainer(Objective objective) {
    return new AutoencoderTrainer("naive", SUMMARY, objective);
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
