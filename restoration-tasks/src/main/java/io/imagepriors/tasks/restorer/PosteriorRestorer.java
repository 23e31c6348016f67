package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;

/**
 * The restorer {@code posterior}: several plausible images instead of one. Each is the image of a
 * code drawn from the posterior over the cube ({@link CodeSampler}) and a draw of what the decoder
 * can't express ({@link ResidualModel}); the restoration is their mean, its uncertainty their
 * spread. The objective is the data term at the mean. Needs a prior with a latent space.
 *
 * <p>A restoration that was stopped has no uncertainty.
 */
public final class PosteriorRestorer implements Restorer {
  private static final String NAME = "posterior";

  /** Fitted to the coverage of intervals on embedded training digits. */
  private static final Parameter<Double> SPREAD = LatentSettings.spread(0.7);

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(NAME, "the mean of plausible restorations, and how far they lie apart")
          .with(PosteriorSettings.DRAWS, PosteriorSettings.STEPS)
          .with(ResidualModel.RESIDUAL, ResidualModel.LENGTH)
          .with(LatentSettings.parameters(SPREAD));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor) {
    StackRestoration restoration = StackRestoration.of(y, model, prior);
    LatentSpace space = StackRestoration.requireLatentSpace(prior, NAME);
    PosteriorSolver solver =
        new PosteriorSolver(
            space,
            new LatentSearch(space, LatentSettings.of(parameters, SPREAD)),
            ResidualModel.of(parameters, prior),
            PosteriorSettings.of(parameters));
    Restoration found = restoration.run(solver, monitor);
    return found.outcome() == Outcome.COMPLETED ? found.with(solver.uncertainty()) : found;
  }
}
