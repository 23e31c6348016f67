package io.imagepriors.runtime.command.models;

import io.imagepriors.api.EnergyQuantiles;
import io.imagepriors.runtime.command.Invocation;
import java.util.Optional;

/**
 * What one prior says of images, and what that means.
 *
 * @param prior its label
 * @param scores of the images
 * @param quantiles of the class's energies, if they are known
 */
record Judged(String prior, Scores scores, Optional<EnergyQuantiles> quantiles) {

  /** How many in a hundred images of the class have a lower energy than an image. */
  Optional<Double> percentile(int index) {
    return quantiles.map(known -> 100 * known.share(scores.energy(index)));
  }

  /** Whether an image belongs to the class. */
  Optional<Verdict> verdict(Invocation in, int index) {
    return quantiles.map(known -> Verdict.of(known, scores.energy(index), in));
  }

  /** The reconstruction's mean squared error; empty without a latent space. */
  Optional<Double> error() {
    return scores.reconstructionError().stream().boxed().findFirst();
  }
}
