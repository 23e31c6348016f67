package io.imagepriors.runtime.command.models;

import io.imagepriors.api.EnergyQuantiles;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.PriorModel;
import io.imagepriors.runtime.command.ImageSelection;
import io.imagepriors.runtime.command.Invocation;
import java.util.Optional;

/**
 * What images' energies are compared with: those of the images that the user names, or else what
 * the model was measured to have.
 */
final class Reference {
  static final ImageSelection IMAGES = ImageSelection.named("reference", "train[0:1000]");

  private static final int STEPS = 200;

  private final Optional<LabelledImages> images;

  private Reference(Optional<LabelledImages> images) {
    this.images = images;
  }

  /**
   * The images that the user has named, if any.
   *
   * @throws InvalidInputException if a split was named without a dataset
   */
  static Reference of(Invocation in) {
    if (in.has(IMAGES.dataset())) {
      return new Reference(Optional.of(IMAGES.load(in)));
    }
    if (in.has(IMAGES.split())) {
      throw new InvalidInputException("--reference-split needs --reference DATASET");
    }
    return new Reference(Optional.empty());
  }

  /** The quantiles for one prior; empty if there are none. */
  Optional<EnergyQuantiles> quantiles(Invocation in, PriorModel model) {
    return images
        .map(
            all ->
                EnergyQuantiles.ofEnergies(
                    Scores.of(in, model, Subjects.of(all)).energies(), STEPS))
        .or(model::energyQuantiles);
  }
}
