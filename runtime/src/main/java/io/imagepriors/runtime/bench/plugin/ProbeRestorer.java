package io.imagepriors.runtime.bench.plugin;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Progress;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.WithdrawnException;

/**
 * The restorer {@code probe-restorer}: a few steps of gradient descent, some more for each flavour.
 * Like many a plug-in it needs classes at its end ({@link Finish}) that it did not need before.
 */
public final class ProbeRestorer implements Restorer {
  /** The plug-in's name. */
  public static final String NAME = "probe-restorer";

  private static final int STEPS = 10;
  private static final float RATE = 0.01f;

  private final ProbeVersion version;

  ProbeRestorer(ProbeVersion version) {
    this.version = version;
  }

  @Override
  public Descriptor descriptor() {
    return version.descriptor("takes a few steps");
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor) {
    ImageStack x = model.firstEstimate(y);
    int steps = STEPS + version.flavour();
    try {
      Energy likelihood = model.likelihood(y);
      for (int step = 0; step < steps; step++) {
        descend(x, likelihood);
        descend(x, prior);
        if (!monitor.proceed(new Progress("steps", step + 1L, steps, Double.NaN, 0))) {
          return Finish.of(x, Outcome.CANCELLED, step + 1);
        }
      }
    } catch (WithdrawnException e) {
      throw e.with(x);
    }
    return Finish.of(x, Outcome.COMPLETED, steps);
  }

  private static void descend(ImageStack x, Energy energy) {
    ImageStack gradient = x.like();
    energy.valueAndGradient(x, new double[x.count()], gradient);
    for (int k = 0; k < x.pixels().length; k++) {
      x.pixels()[k] -= RATE * gradient.pixels()[k];
    }
    x.clamp();
  }

  private static final class Finish {
    private Finish() {}

    static Restoration of(ImageStack x, Outcome outcome, int steps) {
      return Restoration.of(x, outcome, new double[x.count()], steps);
    }
  }
}
