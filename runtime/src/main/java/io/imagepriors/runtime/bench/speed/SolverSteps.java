package io.imagepriors.runtime.bench.speed;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restorer;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Steps of a restorer as its users get them: with the data term, the optimiser, and the guards
 * around plug-ins. A restoration of so many steps and one more is timed from the end of its first
 * step to the end of its last.
 */
public final class SolverSteps implements Work {
  private final Clock clock;
  private final Restorer restorer;
  private final IntFunction<Map<String, String>> settings;
  private final ForwardModel model;
  private final PriorModel prior;
  private final ImageStack y;

  private SolverSteps(
      Clock clock,
      Restorer restorer,
      IntFunction<Map<String, String>> settings,
      ForwardModel model,
      PriorModel prior,
      ImageStack y) {
    this.clock = clock;
    this.restorer = restorer;
    this.settings = settings;
    this.model = model;
    this.prior = prior;
    this.y = y;
  }

  /** Steps over pixels of the restorer {@code map}. */
  public static SolverSteps overPixels(
      Clock clock, Restorer map, ForwardModel model, PriorModel prior, ImageStack y) {
    return new SolverSteps(clock, map, steps -> Map.of("steps", "" + steps), model, prior, y);
  }

  /** Steps over codes of the restorer {@code latent-map}, one code for each image. */
  public static SolverSteps overCodes(
      Clock clock, Restorer latentMap, ForwardModel model, PriorModel prior, ImageStack y) {
    return new SolverSteps(
        clock,
        latentMap,
        steps ->
            Map.of(
                "pool", "1",
                "starts", "1",
                "survivors", "1",
                "search-steps", "0",
                "refine-steps", "" + steps,
                "tolerance", "0"),
        model,
        prior,
        y);
  }

  /** The usual noise, bound to a prior's images. */
  public static ForwardModel noise(Degradation gaussian, PriorModel prior) {
    return gaussian.bind(
        prior.shape(), gaussian.descriptor().defaults().with(Map.of("sigma", "0.25")));
  }

  @Override
  public long nanos(int times) {
    Parameters parameters = restorer.descriptor().defaults().with(settings.apply(times + 1));
    long[] moments = new long[2];
    int[] steps = new int[1];
    Monitor watch =
        progress -> {
          moments[1] = clock.nanos();
          moments[0] = steps[0]++ == 0 ? moments[1] : moments[0];
          return true;
        };
    restorer.restore(y, model, prior, parameters, watch);
    if (steps[0] != times + 1) {
      throw new IllegalStateException(
          restorer.name() + " took " + steps[0] + " steps instead of " + (times + 1));
    }
    return moments[1] - moments[0];
  }
}
