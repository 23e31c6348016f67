package io.imagepriors.priors.naive;

import io.imagepriors.autoencoder.plugin.AutoencoderModule;

/** What this jar is made of. */
public final class NaivePriorModule extends AutoencoderModule {

  /** The objective, its trainer and the prior that it trained. */
  public NaivePriorModule() {
    super(
        "naive",
        "auto-encoder that minimises the reconstruction error alone",
        NaiveObjective.class);
  }
}
