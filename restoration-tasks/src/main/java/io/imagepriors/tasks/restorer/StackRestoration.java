package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.WithdrawnException;

/** A stack of degraded images on its way through a solver, chunk by chunk. */
final class StackRestoration {
  private final ImageStack y;
  private final ForwardModel model;

  private StackRestoration(ImageStack y, ForwardModel model) {
    this.y = y;
    this.model = model;
  }

  /**
   * Checks that images and forward model fit each other.
   *
   * @throws InvalidInputException if they don't
   */
  static StackRestoration of(ImageStack y, ForwardModel model) {
    y.requireShape(model.degraded(), "degraded images");
    y.requireFinite("degraded images");
    return new StackRestoration(y, model);
  }

  /**
   * Checks that images, forward model and prior fit each other.
   *
   * @throws InvalidInputException if they don't
   */
  static StackRestoration of(ImageStack y, ForwardModel model, PriorModel prior) {
    StackRestoration restoration = of(y, model);
    if (!prior.shape().equals(model.clean())) {
      throw InvalidInputException.of(
          "prior", "be for images of shape " + model.clean(), prior.shape());
    }
    return restoration;
  }

  /**
   * The prior's latent space.
   *
   * @param restorer who needs it
   * @throws InvalidInputException if the prior has none
   */
  static LatentSpace requireLatentSpace(PriorModel prior, String restorer) {
    return prior
        .latentSpace()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "prior of restorer '" + restorer + "'",
                    "have a latent space (an encoder and a decoder)",
                    "a prior that has none; restorer 'map' needs none"));
  }

  /** Runs the solver over all images. */
  Restoration run(Solver solver, Monitor monitor) {
    int chunk = Math.max(1, Math.min(solver.chunk(), y.count()));
    int chunks = (y.count() + chunk - 1) / chunk;
    Course course = new Course(monitor, (long) chunks * solver.steps());
    Estimates all = new Estimates(model.firstEstimate(y));
    try {
      for (int from = 0; from < y.count() && !course.isStopped(); from += chunk) {
        solveChunk(solver, from, Math.min(y.count(), from + chunk), all, course);
      }
    } catch (WithdrawnException e) {
      throw e.with(all.images());
    }
    return Restoration.of(all.images(), course.outcome(), all.objective(), course.done());
  }

  private void solveChunk(Solver solver, int from, int to, Estimates all, Course course) {
    Estimates estimates = new Estimates(all.images().slice(from, to));
    try {
      solver.solve(Problem.of(y.slice(from, to), model), estimates, course);
      course.finish(to - from);
    } finally {
      for (int i = from; i < to; i++) {
        all.replace(i, estimates.objective()[i - from], estimates.images(), i - from);
      }
    }
  }
}
