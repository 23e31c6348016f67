package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;

/**
 * How a posterior is sampled.
 *
 * @param draws restorations of each image
 * @param steps of the chain behind each
 * @param seed of all that is random
 */
record PosteriorSettings(int draws, int steps, long seed) {
  static final Parameter<Integer> DRAWS =
      Parameter.integer("draws", 32, 2, 1000, "plausible restorations of each image");
  static final Parameter<Integer> STEPS =
      Parameter.integer("steps", 20, 0, 100_000, "Langevin steps behind each draw");

  /** Reads the settings; the seed is that of the search. */
  static PosteriorSettings of(Parameters parameters) {
    return new PosteriorSettings(
        parameters.get(DRAWS), parameters.get(STEPS), parameters.get(LatentSettings.SEED));
  }
}
