package io.imagepriors.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A prior bound to a shape: the energy {@code E} of {@code P(x) ∝ exp(-E(x)/T)}. For an
 * auto-encoder with encoder {@code Enc} and decoder {@code D}, {@code E(x) = ||D(Enc(x)) - x||},
 * the Euclidean norm over all values of the image. The temperature {@code T > 0} is the restorer's
 * choice.
 *
 * <p>Immutable and thread-safe. What a model can do beyond its energy is a capability, given as an
 * {@link Optional}.
 */
@ConsumerType
public interface PriorModel extends Energy {

  /** The codes of an auto-encoder prior, empty for a prior that has none. */
  default Optional<LatentSpace> latentSpace() {
    return Optional.empty();
  }

  /**
   * What the decoder of the latent space can't express, as measured on images of the class; empty
   * for a prior that was not measured.
   *
   * @since 1.3
   */
  default Optional<ResidualLaw> residualLaw() {
    return Optional.empty();
  }

  /**
   * Which energies images of the class have; empty for a prior that was not measured.
   *
   * @since 1.3
   */
  default Optional<EnergyQuantiles> energyQuantiles() {
    return Optional.empty();
  }
}
