package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A method that recovers clean images by lowering {@code -log p(y|x) - log P(x) = ||A(x)-y||²/(2
 * sigma²) + E(x)/T}. It knows the likelihood and the prior by their energies alone. One that needs
 * no prior is a {@link PriorFreeRestorer}.
 */
@ConsumerType
public interface Restorer extends Plugin {

  /**
   * Restores a stack of degraded images. Sizes, parameters and needed capabilities are checked
   * before the first iteration.
   *
   * <p>Runs on the calling thread, which also calls the monitor. Given the same arguments and seed,
   * the result is the same to the last bit on one machine.
   *
   * @param y degraded images of shape {@code model.degraded()}; only read
   * @param model what happened to the images
   * @param prior what clean images look like; of shape {@code model.clean()}
   * @param parameters made from this plug-in's {@link #descriptor()}
   * @param monitor told after each step, and able to stop; an interrupt of the thread stops too
   *     (and stays set). The best estimate so far then comes back as {@link Outcome#CANCELLED}
   * @return the restored images, of shape {@code model.clean()}, values in [0, 1]
   * @throws InvalidInputException if something does not fit, for example a prior without latent
   *     space for a method that searches one
   * @throws WithdrawnException if the prior, the degradation or this restorer is removed meanwhile;
   *     it carries the best estimate
   */
  Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor);
}
