package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Interval;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The restorer {@code hybrid}: first the codes, as {@code latent-map} does; then what the decoder
 * can't express, {@code min ||A(x)-y||²/(2 sigma²) + ||x-D(z)||/T} with the code held fixed; then
 * the pixels, as {@code map} does, from there. Needs a prior with a latent space.
 */
public final class HybridRestorer implements Restorer {
  private static final String NAME = "hybrid";
  private static final Parameter<Integer> PIXEL_STEPS =
      Parameter.integer("pixel-steps", 60, 0, 100_000, "gradient steps over the pixels");
  private static final Parameter<Double> PIXEL_STEP_SIZE =
      Parameter.real(
          "pixel-step-size",
          0.01,
          Interval.openClosed(0, 10),
          "first step's size in units of grey value; it decays to 0");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(NAME, "latent-map, then the residual it leaves, then the pixels")
          .with(parameters());

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Restoration restore(
      ImageStack y, ForwardModel model, PriorModel prior, Parameters parameters, Monitor monitor) {
    StackRestoration restoration = StackRestoration.of(y, model, prior);
    LatentSpace space = StackRestoration.requireLatentSpace(prior, NAME);
    Solver solver =
        new HybridSolver(
            new LatentSearch(space, LatentSettings.of(parameters)),
            new PixelDescent(parameters.get(PIXEL_STEPS), parameters.get(PIXEL_STEP_SIZE)),
            Temperature.of(parameters.get(Temperature.PARAMETER), model));
    return restoration.run(solver, monitor);
  }

  private static Parameter<?>[] parameters() {
    List<Parameter<?>> all = new ArrayList<>();
    all.add(Temperature.PARAMETER);
    all.add(PIXEL_STEPS);
    all.add(PIXEL_STEP_SIZE);
    all.addAll(Arrays.asList(LatentSettings.parameters()));
    return all.toArray(Parameter<?>[]::new);
  }
}
