package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Interval;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;

/**
 * The restorer {@code map}: the most probable image, {@code min ||A(x)-y||²/(2 sigma²) + E(x)/T}
 * over the pixels. Works with every prior.
 */
public final class MapRestorer implements Restorer {
  private static final Parameter<Integer> STEPS =
      Parameter.integer("steps", 150, 1, 100_000, "gradient steps");
  private static final Parameter<Double> STEP_SIZE =
      Parameter.real(
          "step-size",
          0.1,
          Interval.openClosed(0, 10),
          "first step's size in units of grey value; it decays to 0");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("map", "the most probable image, searched over its pixels")
          .with(Temperature.PARAMETER, STEPS, STEP_SIZE);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor) {
    double temperature = Temperature.of(parameters.get(Temperature.PARAMETER), model);
    PixelDescent descent = new PixelDescent(parameters.get(STEPS), parameters.get(STEP_SIZE));
    return StackRestoration.of(y, model, prior)
        .run(new PixelSolver(prior, descent, temperature), monitor);
  }
}
