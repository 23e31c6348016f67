package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;

/** Has a mistake of its own. */
final class BrokenRestorer implements Restorer {
  private static final Descriptor DESCRIPTOR = Descriptor.of("broken", "breaks");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor) {
    throw new IllegalStateException("oops");
  }
}
