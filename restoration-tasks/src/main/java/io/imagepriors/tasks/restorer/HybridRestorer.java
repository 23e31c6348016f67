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
 * The restorer {@code hybrid}: first the codes, as {@code latent-map} does; then, over the pixels,
 * what the decoder can't express: {@code min ||A(x)-y||²/(2 sigma²) + rᵀ S⁻¹ r / 2}, {@code r = x -
 * D(z)}, with a covariance {@code S} that follows the decoded image ({@link ResidualModel}). Needs
 * a prior with a latent space.
 *
 * <p>The covariance takes the place of the norm {@code ||r||/T}, which treats all pixels alike.
 */
public final class HybridRestorer implements Restorer {
  private static final String NAME = "hybrid";
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(NAME, "latent-map, then over the pixels what its decoder can't express")
          .with(ResidualModel.RESIDUAL, ResidualModel.LENGTH)
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
    LatentSearch search = new LatentSearch(space, LatentSettings.of(parameters));
    return restoration.run(new HybridSolver(search, ResidualModel.of(parameters, prior)), monitor);
  }
}
