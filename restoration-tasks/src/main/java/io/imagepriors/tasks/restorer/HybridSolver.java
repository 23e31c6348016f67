package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;

/**
 * Codes, then residual, then pixels. From the residual on, an image is given up only for one of
 * lower posterior objective.
 *
 * @param search finds the decoded images
 * @param descent lowers the posterior over the pixels
 * @param temperature {@code T} of the prior
 */
record HybridSolver(LatentSearch search, PixelDescent descent, double temperature)
    implements Solver {

  @Override
  public int steps() {
    return search.steps() + descent.steps();
  }

  @Override
  public int chunk() {
    return search.chunk();
  }

  @Override
  public void solve(Problem problem, Estimates estimates, Course course) {
    search.solve(problem, estimates, course);
    if (course.isStopped()) {
      return;
    }
    Posterior posterior = new Posterior(problem, temperature);
    ImageStack decoded = estimates.images().copy();
    ImageStack corrected = NormResidual.of(problem, temperature).correct(decoded);
    double[] decodedObjective = posterior.values(decoded);
    double[] correctedObjective = posterior.values(corrected);
    estimates.forget();
    estimates.offerAll(decodedObjective, decoded);
    estimates.offerAll(correctedObjective, corrected);
    descent.run("pixels", posterior, estimates, course);
  }
}
