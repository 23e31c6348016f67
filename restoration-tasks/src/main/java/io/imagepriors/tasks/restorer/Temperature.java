package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Chooses {@code T} of {@code P(x) ∝ exp(-E(x)/T)} where the user does not. The prior's energy is a
 * norm, so its pull has a size near {@code 1/T} wherever it acts; the noise {@code n} in {@code n}
 * values pulls with {@code sqrt(n)/sigma} the other way. Hence {@code 1/T = c sqrt(n)/sigma}.
 */
final class Temperature {
  static final Parameter<OptionalDouble> PARAMETER =
      Parameter.realOrAuto(
          "temperature",
          Interval.open(0, Double.POSITIVE_INFINITY),
          "T of the prior exp(-E(x)/T): small trusts the prior, large the data");

  private static final double BALANCE = 0.75;

  /** Where pixels are missing, a weak prior decides there and leaves the seen pixels alone. */
  private static final double INVERSE_FOR_MASKS = 10;

  private Temperature() {}

  /** The chosen temperature, or the one that suits the degradation. */
  static double of(OptionalDouble chosen, ForwardModel model) {
    if (chosen.isPresent()) {
      return chosen.getAsDouble();
    }
    Optional<ImageStack> observed = model.observed();
    if (observed.isPresent()) {
      return 1 / INVERSE_FOR_MASKS;
    }
    return model.sigma() / (BALANCE * Math.sqrt(model.clean().size()));
  }
}
