package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;

/**
 * What a decoder can't express, {@code r = x - d}, taken as Gaussian around decoded images {@code
 * d}: {@code r ~ N(0, S)} with {@code S = V R V}, {@code V} the deviations of {@link LocalVariance}
 * and {@code R} the correlations of {@link Smoothing}. With {@code y = A x + sigma n} the most
 * probable residual is
 *
 * <pre>{@code r = S Aᵀ u,   (A S Aᵀ + sigma² I) u = y - A d,}</pre>
 *
 * the Gaussian conditional mean, which also reaches pixels that were not seen. It minimises {@code
 * ||A(d+r)-y||²/(2 sigma²) + rᵀ S⁻¹ r / 2}, whose least value is {@code uᵀ (y - A d) / 2}. The
 * system is solved by conjugate gradients.
 *
 * @param scale of the variance; 1 if decoded values were plain probabilities, less for a decoder
 *     that knows more
 * @param length of the correlations, in pixels
 */
record ResidualModel(double scale, double length) {
  private static final int ITERATIONS = 100;

  /** Where the restored pixels no longer change by a hundredth of a grey level. */
  private static final double TOLERANCE = 1e-3;

  /**
   * Adds to each decoded image its most probable residual, moves it into [0, 1] and writes the
   * least value of the objective.
   */
  void correct(Problem problem, ImageStack decoded, double[] objective) {
    ForwardModel model = problem.model();
    Covariance covariance = new Covariance(model, decoded, this);
    ImageStack misfit = problem.y().like();
    model.apply(decoded, misfit);
    subtractFrom(problem.y(), misfit);
    ConjugateGradients system = new ConjugateGradients(misfit, covariance::applyDegraded);
    system.run(ITERATIONS, TOLERANCE);
    for (int i = 0; i < objective.length; i++) {
      objective[i] = ConjugateGradients.dot(system.solution(), misfit, i) / 2;
    }
    ImageStack residual = covariance.applyAdjoint(system.solution());
    for (int k = 0; k < decoded.pixels().length; k++) {
      decoded.pixels()[k] += residual.pixels()[k];
    }
    decoded.clamp();
  }

  /** Turns {@code b} into {@code a - b}. */
  private static void subtractFrom(ImageStack a, ImageStack b) {
    for (int k = 0; k < b.pixels().length; k++) {
      b.pixels()[k] = a.pixels()[k] - b.pixels()[k];
    }
  }

  /** {@code S} around decoded images, seen through a linear forward model. Keeps its buffers. */
  private static final class Covariance {
    private final ForwardModel model;
    private final ImageStack decoded;
    private final ImageStack deviations;
    private final ImageStack clean;
    private final Smoothing smoothing;
    private final float noise;

    Covariance(ForwardModel model, ImageStack decoded, ResidualModel residuals) {
      this.model = model;
      this.decoded = decoded;
      this.deviations = decoded.like();
      this.clean = decoded.like();
      this.smoothing = new Smoothing(decoded.shape(), residuals.length());
      this.noise = (float) (model.sigma() * model.sigma());
      LocalVariance.deviations(decoded, residuals.scale(), deviations);
    }

    /** Writes {@code (A S Aᵀ + sigma² I) u}. */
    void applyDegraded(ImageStack u, ImageStack result) {
      model.apply(applyAdjoint(u), result);
      for (int k = 0; k < result.pixels().length; k++) {
        result.pixels()[k] += noise * u.pixels()[k];
      }
    }

    /** {@code S Aᵀ u}, in a buffer that the next call overwrites. */
    ImageStack applyAdjoint(ImageStack u) {
      model.adjoint(decoded, u, clean);
      multiplyByDeviations();
      smoothing.apply(clean);
      multiplyByDeviations();
      return clean;
    }

    private void multiplyByDeviations() {
      for (int k = 0; k < clean.pixels().length; k++) {
        clean.pixels()[k] *= deviations.pixels()[k];
      }
    }
  }
}
