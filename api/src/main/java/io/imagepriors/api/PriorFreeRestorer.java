package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A restorer that needs no {@link Prior}: all it assumes of clean images is its own, as total
 * variation assumes that they change in few places. Such methods are the baselines that learned
 * priors are compared with; they work for images of any kind and shape.
 *
 * @since 1.2
 */
@ConsumerType
public interface PriorFreeRestorer extends Restorer {

  /**
   * Restores a stack of degraded images; all else is as {@link Restorer#restore} has it.
   *
   * @param y degraded images of shape {@code model.degraded()}; only read
   * @param model what happened to the images
   * @param parameters made from this plug-in's {@link #descriptor()}
   * @param monitor told after each step, and able to stop
   * @return the restored images, of shape {@code model.clean()}, values in [0, 1]
   * @throws InvalidInputException if something does not fit
   */
  Restoration restore(ImageStack y, ForwardModel model, Parameters parameters, Monitor monitor);

  /**
   * {@inheritDoc}
   *
   * <p>The prior's shape is checked; beyond that it is not used, and the result is that of {@link
   * #restore(ImageStack, ForwardModel, Parameters, Monitor)}.
   */
  @Override
  default Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor) {
    if (!prior.shape().equals(model.clean())) {
      throw InvalidInputException.of(
          "prior", "be for images of shape " + model.clean(), prior.shape());
    }
    return restore(y, model, parameters, monitor);
  }
}
