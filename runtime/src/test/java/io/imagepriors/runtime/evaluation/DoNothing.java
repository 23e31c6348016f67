package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;

/** Gives the degraded images back. */
final class DoNothing implements Restorer {
  private static final Descriptor DESCRIPTOR = Descriptor.of("nothing", "does nothing");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor) {
    ImageStack x = y.copy();
    x.clamp();
    return Restoration.of(x, Outcome.COMPLETED, new double[y.count()], 0);
  }
}
