package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.ResidualLaw;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * What a decoder can't express, {@code r = x - d}, taken as Gaussian around decoded images {@code
 * d}: {@code r ~ N(0, S)}, {@code S = V F Fᵀ V} as the prior's {@link ResidualLaw} says, or {@link
 * FormulaResiduals} for a prior that says nothing. With {@code y = A x + sigma n} the most probable
 * residual is
 *
 * <pre>{@code r = S Aᵀ u,   (A S Aᵀ + sigma² I) u = y - A d,}</pre>
 *
 * the Gaussian conditional mean, which also reaches pixels that were not seen. It minimises {@code
 * ||A(d+r)-y||²/(2 sigma²) + rᵀ S⁻¹ r / 2}, whose least value is {@code uᵀ (y - A d) / 2}. The
 * system is solved by conjugate gradients.
 *
 * @param law of the residuals
 */
record ResidualModel(ResidualLaw law) {
  private static final int ITERATIONS = 100;

  /** Where the restored pixels no longer change by a hundredth of a grey level. */
  private static final double TOLERANCE = 1e-3;

  /** The variance of the formula where nobody says another. */
  private static final double USUAL = 0.25;

  static final Parameter<OptionalDouble> RESIDUAL =
      Parameter.realOrAuto(
          "residual",
          Interval.openClosed(0, 100),
          "variance of what the decoder can't express, in parts of d (1 - d); auto is what the"
              + " prior was measured to have, or else "
              + USUAL);
  static final Parameter<Double> LENGTH =
      Parameter.real(
          "residual-length",
          1,
          Interval.closed(0, 10),
          "distance in pixels over which residuals are alike, where the prior was not measured");

  /** Reads {@link #RESIDUAL} and {@link #LENGTH}, and asks the prior. */
  static ResidualModel of(Parameters parameters, PriorModel prior) {
    OptionalDouble scale = parameters.get(RESIDUAL);
    Optional<ResidualLaw> measured = scale.isPresent() ? Optional.empty() : prior.residualLaw();
    return new ResidualModel(
        measured.orElseGet(
            () ->
                new FormulaResiduals(prior.shape(), scale.orElse(USUAL), parameters.get(LENGTH))));
  }

  /**
   * Adds to each decoded image its most probable residual, moves it into [0, 1] and writes the
   * least value of the objective.
   */
  void correct(Problem problem, ImageStack decoded, double[] objective) {
    Covariance covariance = new Covariance(problem.model(), decoded, law);
    ImageStack misfit = misfit(problem, decoded);
    ImageStack u = solve(covariance, misfit);
    for (int i = 0; i < objective.length; i++) {
      objective[i] = ConjugateGradients.dot(u, misfit, i) / 2;
    }
    add(covariance.applyAdjoint(u), decoded);
    decoded.clamp();
  }

  /**
   * Adds to each decoded image a draw of its residual, given the data, and moves it into [0, 1].
   *
   * <p>Perturb and solve: with {@code r0 ~ N(0, S)} and {@code n ~ N(0, I)}, {@code r0 + S Aᵀ C⁻¹
   * (y - A (d + r0) - sigma n)}, {@code C = A S Aᵀ + sigma² I}, has the conditional law's mean and
   * covariance (Papandreou and Yuille, Gaussian sampling by local perturbations, NIPS 2010).
   *
   * @param randoms one source for each image, so that its draw does not depend on the others
   */
  void draw(Problem problem, ImageStack decoded, List<? extends RandomGenerator> randoms) {
    Covariance covariance = new Covariance(problem.model(), decoded, law);
    ImageStack residuals = decoded.like();
    law.correlate(white(randoms), residuals);
    covariance.scaleByDeviations(residuals);
    add(residuals, decoded);
    ImageStack misfit = misfit(problem, decoded);
    for (int i = 0; i < misfit.count(); i++) {
      int to = misfit.offset(i) + misfit.shape().size();
      for (int k = misfit.offset(i); k < to; k++) {
        misfit.pixels()[k] -= (float) (problem.model().sigma() * randoms.get(i).nextGaussian());
      }
    }
    add(covariance.applyAdjoint(solve(covariance, misfit)), decoded);
    decoded.clamp();
  }

  /** White noise for each image from its own source. */
  private ImageStack white(List<? extends RandomGenerator> randoms) {
    ImageStack white = ImageStack.zeros(randoms.size(), law.white());
    for (int i = 0; i < white.count(); i++) {
      int to = white.offset(i) + white.shape().size();
      for (int k = white.offset(i); k < to; k++) {
        white.pixels()[k] = (float) randoms.get(i).nextGaussian();
      }
    }
    return white;
  }

  private static ImageStack misfit(Problem problem, ImageStack images) {
    ImageStack misfit = problem.y().like();
    problem.model().apply(images, misfit);
    for (int k = 0; k < misfit.pixels().length; k++) {
      misfit.pixels()[k] = problem.y().pixels()[k] - misfit.pixels()[k];
    }
    return misfit;
  }

  private static ImageStack solve(Covariance covariance, ImageStack misfit) {
    ConjugateGradients system = new ConjugateGradients(misfit, covariance::applyDegraded);
    system.run(ITERATIONS, TOLERANCE);
    return system.solution();
  }

  private static void add(ImageStack addend, ImageStack sum) {
    for (int k = 0; k < sum.pixels().length; k++) {
      sum.pixels()[k] += addend.pixels()[k];
    }
  }

  /** {@code S} around decoded images, seen through a linear forward model. Keeps its buffers. */
  private static final class Covariance {
    private final ForwardModel model;
    private final ImageStack decoded;
    private final ImageStack deviations;
    private final ImageStack clean;
    private final ImageStack white;
    private final ResidualLaw law;
    private final float noise;

    Covariance(ForwardModel model, ImageStack decoded, ResidualLaw law) {
      this.model = model;
      this.decoded = decoded;
      this.deviations = decoded.like();
      this.clean = decoded.like();
      this.white = ImageStack.zeros(decoded.count(), law.white());
      this.law = law;
      this.noise = (float) (model.sigma() * model.sigma());
      law.deviations(decoded, deviations);
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
      scaleByDeviations(clean);
      law.correlateAdjoint(clean, white);
      law.correlate(white, clean);
      scaleByDeviations(clean);
      return clean;
    }

    void scaleByDeviations(ImageStack images) {
      for (int k = 0; k < images.pixels().length; k++) {
        images.pixels()[k] *= deviations.pixels()[k];
      }
    }
  }
}
