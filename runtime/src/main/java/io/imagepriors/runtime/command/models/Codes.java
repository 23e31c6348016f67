package io.imagepriors.runtime.command.models;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.command.Chosen;
import java.util.ArrayList;
import java.util.List;

/** Where the codes of a chosen prior come from. */
final class Codes {
  private Codes() {}

  /**
   * The prior's latent space.
   *
   * @throws InvalidInputException if it has none
   */
  static LatentSpace of(Chosen<Prior> prior, Shape shape) {
    PriorModel model = prior.plugin().bind(shape, prior.parameters());
    return model
        .latentSpace()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "prior '" + prior.label() + "'", "have codes for this command", "none"));
  }

  /** The coordinates of one code. */
  static List<Float> coordinates(CodeStack codes, int index) {
    List<Float> coordinates = new ArrayList<>();
    for (float value : codes.code(index)) {
      coordinates.add(value);
    }
    return coordinates;
  }
}
