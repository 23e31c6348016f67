package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;

/**
 * The restorer {@code latent-map}: the decoded code that fits the data best, {@code min
 * ||A(D(z))-y||²/(2 sigma²)} over the cube of codes, from many starts, averaged over the codes that
 * fit about equally well. Needs a prior with a latent space.
 */
public final class LatentMapRestorer implements Restorer {
  private static final String NAME = "latent-map";
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(NAME, "the decoded codes that fit the data best, searched from many starts")
          .with(LatentSettings.parameters());

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor) {
    StackRestoration restoration = StackRestoration.of(y, model, prior);
    LatentSpace space = StackRestoration.requireLatentSpace(prior, NAME);
    return restoration.run(new LatentSearch(space, LatentSettings.of(parameters)), monitor);
  }
}
