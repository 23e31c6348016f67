package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;

/**
 * Codes, then the residual that decoding leaves.
 *
 * @param search finds the decoded images
 * @param residuals adds what the decoder can't express
 */
record HybridSolver(LatentSearch search, ResidualModel residuals) implements Solver {

  @Override
  public int steps() {
    return search.steps() + 1;
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
    ImageStack images = estimates.images().copy();
    double[] objective = new double[images.count()];
    residuals.correct(problem, images, objective);
    for (int i = 0; i < objective.length; i++) {
      if (Double.isFinite(objective[i])) {
        estimates.replace(i, objective[i], images, i);
      }
    }
    course.step("residual", objective);
  }
}
