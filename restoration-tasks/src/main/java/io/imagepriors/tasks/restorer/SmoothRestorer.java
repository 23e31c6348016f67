package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Interval;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.Restoration;

/**
 * The restorers {@code harmonic} and {@code biharmonic}: {@code min ||A(x)-y||²/(2 sigma²) +
 * lambda/2 xᵀ L^k x} with the grid's Laplacian {@code L} and {@code k = 1} or 2, for any linear
 * operator {@code A}. For masks these are the classical in-paintings by the Laplace and the
 * biharmonic equation, as far as the noise lets pixels be believed; for noise, linear smoothing.
 * They need no prior.
 *
 * <p>The usual {@code lambda} is half of {@code n / mean(xᵀ L^k x)} over digits of {@code n} pixels
 * of the training split: that ratio is the most likely weight if images were Gaussian, and of it
 * and its multiples by powers of two the half removes noise of .1 to .5 best, within 0.1 dB.
 */
public final class SmoothRestorer implements PriorFreeRestorer {
  private static final Parameter<Integer> STEPS =
      Parameter.integer("steps", 500, 1, 100_000, "most steps of conjugate gradients");

  private final Roughness roughness;
  private final Parameter<Double> lambda;
  private final Descriptor descriptor;

  private SmoothRestorer(int order, double weight, String name, String summary) {
    this.roughness = new Roughness(order);
    this.lambda =
        Parameter.real(
            "lambda",
            weight,
            Interval.open(0, Double.POSITIVE_INFINITY),
            "weight of roughness against -log p(y|x): large is smooth");
    this.descriptor = Descriptor.of(name, summary).with(lambda, STEPS);
  }

  /** Small differences of neighbours. */
  public static SmoothRestorer harmonic() {
    return new SmoothRestorer(1, 7, "harmonic", "a baseline without a prior: harmonic in-painting");
  }

  /** Little bending. */
  public static SmoothRestorer biharmonic() {
    return new SmoothRestorer(
        2, 3.2, "biharmonic", "a baseline without a prior: biharmonic in-painting");
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, Parameters parameters, Monitor monitor) {
    Solver solver = new SmoothSolver(roughness, parameters.get(lambda), parameters.get(STEPS));
    return StackRestoration.of(y, model).run(solver, monitor);
  }
}
