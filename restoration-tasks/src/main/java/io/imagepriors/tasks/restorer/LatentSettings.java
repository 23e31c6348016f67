package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;

/**
 * How thoroughly the cube of codes is searched.
 *
 * @param pool random codes that are looked at, without gradients, for every image
 * @param starts codes from which each image's search starts: the encoder's and the best of the pool
 * @param searchSteps the most gradient steps from all starts
 * @param survivors the most starts that go on from there
 * @param refineSteps the most gradient steps of the survivors
 * @param stepSize the first step's length, for each logit
 * @param tolerance the share of the data term from which on a code goes on for the next step
 * @param spread how far two data terms, as norms of residuals, may lie apart for both survivors to
 *     count in the mean
 * @param seed of the pool
 */
record LatentSettings(
    int pool,
    int starts,
    int searchSteps,
    int survivors,
    int refineSteps,
    double stepSize,
    double tolerance,
    double spread,
    long seed) {

  static final Parameter<Integer> POOL =
      Parameter.integer("pool", 256, 1, 65536, "random codes to choose the starts from");
  static final Parameter<Integer> STARTS =
      Parameter.integer("starts", 12, 1, 256, "codes each image's search starts from");
  static final Parameter<Integer> SEARCH_STEPS =
      Parameter.integer("search-steps", 10, 0, 100_000, "most gradient steps from all starts");
  static final Parameter<Integer> SURVIVORS =
      Parameter.integer("survivors", 6, 1, 256, "most starts that go on for an image");
  static final Parameter<Integer> REFINE_STEPS =
      Parameter.integer("refine-steps", 50, 0, 100_000, "most gradient steps of the survivors");
  static final Parameter<Double> STEP_SIZE =
      Parameter.real(
          "latent-step-size",
          0.3,
          Interval.openClosed(0, 10),
          "first step's length, for each logit of the code");
  static final Parameter<Double> TOLERANCE =
      Parameter.real(
          "tolerance",
          0.003,
          Interval.closedOpen(0, 1),
          "a code stays where the next step is expected to lower its data term by no more than this"
              + " share, and hardly to change its weight; 0 takes all steps");
  static final Parameter<Double> SPREAD = spread(0.45);
  static final Parameter<Long> SEED = Parameter.seed("seed of the random codes");

  /** The parameter {@code spread}, with a default of its own. */
  static Parameter<Double> spread(double usual) {
    return Parameter.real(
        "spread",
        usual,
        Interval.openClosed(0, 1000),
        "misfit, as a norm over the image, within which codes fit about equally well");
  }

  /** The parameters that {@link #of(Parameters)} reads. */
  static Parameter<?>[] parameters() {
    return parameters(SPREAD);
  }

  /** The same with another {@code spread}. */
  static Parameter<?>[] parameters(Parameter<Double> spread) {
    return new Parameter<?>[] {
      STARTS, SURVIVORS, POOL, SEARCH_STEPS, REFINE_STEPS, STEP_SIZE, TOLERANCE, spread, SEED
    };
  }

  /** Reads the settings. */
  static LatentSettings of(Parameters parameters) {
    return of(parameters, SPREAD);
  }

  /** The same with another {@code spread}. */
  static LatentSettings of(Parameters parameters, Parameter<Double> spread) {
    int starts = parameters.get(STARTS);
    return new LatentSettings(
        parameters.get(POOL),
        starts,
        parameters.get(SEARCH_STEPS),
        Math.min(starts, parameters.get(SURVIVORS)),
        parameters.get(REFINE_STEPS),
        parameters.get(STEP_SIZE),
        parameters.get(TOLERANCE),
        parameters.get(spread),
        parameters.get(SEED));
  }
}
