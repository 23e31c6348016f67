package io.imagepriors.priors.uniform;

import io.imagepriors.autoencoder.plugin.AutoencoderModule;

/** What this jar is made of. */
public final class UniformPriorModule extends AutoencoderModule {

  /** The objective, its trainer and the prior that it trained. */
  public UniformPriorModule() {
    super(
        "uniform",
        "auto-encoder whose codes fill the cube uniformly, so that every code is an image",
        UniformObjective.class);
  }
}
