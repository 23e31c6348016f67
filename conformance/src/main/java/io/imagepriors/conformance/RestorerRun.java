package io.imagepriors.conformance;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;

/** A restorer with all it takes to run but the monitor. */
record RestorerRun(
    Restorer restorer, ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters) {

  /** Restores a copy of the degraded images, so that one check can't spoil the next. */
  Restoration restore(Monitor monitor) {
    return restore(y.copy(), monitor);
  }

  /** Restores these degraded images instead. */
  Restoration restore(ImageStack degraded, Monitor monitor) {
    return restorer.restore(degraded, model, prior, parameters, monitor);
  }

  RestorerRun with(Parameters other) {
    return new RestorerRun(restorer, y, model, prior, other);
  }

  RestorerRun with(PriorModel other) {
    return new RestorerRun(restorer, y, model, other, parameters);
  }

  RestorerRun with(ImageStack other) {
    return new RestorerRun(restorer, other, model, prior, parameters);
  }

  /** Requires images as a restorer must give them, finished or not. */
  void requireImages(ImageStack images, String subject) {
    ResultImages.require(images, y.count(), model.clean(), subject);
  }

  /** Ends a check of a restorer that searches codes, where the prior has none. */
  void requireServed() {
    if (prior.latentSpace().isPresent()) {
      return;
    }
    try {
      restore(progress -> false);
    } catch (InvalidInputException e) {
      throw new NotApplicable("it refuses this prior, which has no latent space");
    }
  }
}
