package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import java.util.OptionalDouble;

/**
 * Chooses {@code T} of {@code P(x) ∝ exp(-E(x)/T)} where the user does not: {@code T = sqrt(a² + (b
 * sigma / g)²) / sqrt(n)} for images of {@code n} values.
 *
 * <p>Noise pulls an image away from the prior's by {@code sqrt(n)/sigma}, the gradient of the data
 * term; the prior, whose energy is a norm, pulls back by about {@code 1/T}, wherever the image is.
 * So {@code 1/T} should be in proportion to {@code sqrt(n)/sigma}, until the noise is so small that
 * the prior's own error in a pixel, {@code a/b}, is the larger one. The two numbers were fitted to
 * digits of the training split with noise of 0.1, 0.25 and 0.5; masks are not sensitive to them.
 *
 * <p>{@code g} is the {@link Gain} of the operator: {@code y = g x + sigma n} says of {@code x}
 * what {@code y = x + (sigma / g) n} says, so an operator that weakens the image counts as more
 * noise. It is 1 where pixels are seen as they are, however many.
 */
final class Temperature {
  static final Parameter<OptionalDouble> PARAMETER =
      Parameter.realOrAuto(
          "temperature",
          Interval.open(0, Double.POSITIVE_INFINITY),
          "T of the prior exp(-E(x)/T): small trusts the prior, large the data");

  private static final double PRIOR_ERROR = 0.12;
  private static final double NOISE_WEIGHT = 1.4;

  private Temperature() {}

  /** The chosen temperature, or the one that suits the noise. */
  static double of(OptionalDouble chosen, ForwardModel model) {
    return chosen.orElseGet(
        () ->
            Math.hypot(PRIOR_ERROR, NOISE_WEIGHT * noise(model)) / Math.sqrt(model.clean().size()));
  }

  /** The noise in units of the clean image; infinite where nothing of it is measured. */
  private static double noise(ForwardModel model) {
    return model.observed().isPresent() ? model.sigma() : model.sigma() / Gain.of(model);
  }
}
