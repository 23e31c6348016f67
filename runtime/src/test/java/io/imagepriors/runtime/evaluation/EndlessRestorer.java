package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Progress;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;

/** Ends only when it is told to stop. */
final class EndlessRestorer implements Restorer {
  private static final Descriptor DESCRIPTOR = Descriptor.of("endless", "never ends by itself");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor) {
    Progress progress = new Progress("waiting", 0, 1, Double.NaN, 0);
    while (monitor.proceed(progress)) {
      Thread.onSpinWait();
    }
    return Restoration.of(y.copy(), Outcome.CANCELLED, new double[y.count()], 0);
  }
}
