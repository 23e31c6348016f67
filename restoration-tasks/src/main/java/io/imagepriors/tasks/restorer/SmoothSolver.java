package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;

/**
 * Minimises {@code ||A(x)-y||²/(2 sigma²) + lambda/2 xᵀ L^k x} for a linear {@code A}: solves
 * {@code (AᵀA + sigma² lambda L^k) d = Aᵀ(y - A x0) - sigma² lambda L^k x0} by conjugate gradients
 * for the step {@code d} from the first estimate {@code x0}, and cuts the sum to [0, 1].
 *
 * @param roughness {@code L^k}
 * @param lambda its weight
 * @param steps the most steps of conjugate gradients
 */
record SmoothSolver(Roughness roughness, double lambda, int steps) implements Solver {
  private static final int IMAGES_AT_ONCE = 256;

  /** Of the first residual; the smoothest parts of a large hole settle last. */
  private static final double TOLERANCE = 1e-4;

  @Override
  public int chunk() {
    return IMAGES_AT_ONCE;
  }

  @Override
  public void solve(Problem problem, Estimates estimates, Course course) {
    ForwardModel model = problem.model();
    float weight = (float) (model.sigma() * model.sigma() * lambda);
    ImageStack x = estimates.images().copy();
    ConjugateGradients system =
        new ConjugateGradients(
            residual(problem, x, weight), (d, result) -> normal(model, d, weight, result));
    system.run(steps, TOLERANCE, () -> course.step("smoothing", estimates.objective()));
    add(1f, system.solution(), x);
    x.clamp();
    estimates.offerAll(objective(problem, x), x);
  }

  /** {@code Aᵀ(y - A x) - weight L^k x}. */
  private ImageStack residual(Problem problem, ImageStack x, float weight) {
    ImageStack b = x.like();
    ImageStack total = x.like();
    problem.model().adjoint(x, problem.y(), b);
    normal(problem.model(), x, weight, total);
    add(-1f, total, b);
    return b;
  }

  /** Writes {@code AᵀA d + weight L^k d}. */
  private void normal(ForwardModel model, ImageStack d, float weight, ImageStack result) {
    ImageStack degraded = ImageStack.zeros(d.count(), model.degraded());
    ImageStack rough = d.like();
    model.apply(d, degraded);
    model.adjoint(d, degraded, result);
    roughness.apply(d, rough);
    add(weight, rough, result);
  }

  private double[] objective(Problem problem, ImageStack x) {
    double[] values = problem.likelihood().values(x);
    ImageStack rough = x.like();
    roughness.apply(x, rough);
    for (int i = 0; i < values.length; i++) {
      values[i] += lambda / 2 * ConjugateGradients.dot(x, rough, i);
    }
    return values;
  }

  private static void add(float factor, ImageStack source, ImageStack target) {
    for (int k = 0; k < target.pixels().length; k++) {
      target.pixels()[k] += factor * source.pixels()[k];
    }
  }
}
