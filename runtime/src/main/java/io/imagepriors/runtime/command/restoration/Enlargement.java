package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.evaluation.Candidate;
import java.util.Optional;

/** Finds how large an image was before its degradation, where no prior says so. */
final class Enlargement {
  /** The most that a side is tried to have shrunk. */
  private static final int MOST = 16;

  private Enlargement() {}

  /**
   * The degradation of the smallest multiple of a picture's size that gives that size.
   *
   * @throws InvalidInputException if it gives no such size, or does not fit the picture at all
   */
  static ForwardModel of(Candidate<Degradation> degradation, Shape degraded) {
    Optional<InvalidInputException> refusal = Optional.empty();
    for (int factor = 1; factor <= MOST; factor++) {
      try {
        ForwardModel model = bind(degradation, degraded, factor);
        if (model.degraded().equals(degraded)) {
          return model;
        }
      } catch (InvalidInputException e) {
        refusal = factor == 1 ? Optional.of(e) : refusal; // others are not about the picture
      }
    }
    throw refusal.orElseGet(
        () ->
            InvalidInputException.of(
                "degradation of a picture to restore without a prior",
                "give pictures of the size of this one, " + degraded,
                degradation.label()));
  }

  private static ForwardModel bind(Candidate<Degradation> degradation, Shape degraded, int factor) {
    Shape clean =
        new Shape(degraded.channels(), factor * degraded.height(), factor * degraded.width());
    return degradation.plugin().bind(clean, degradation.parameters());
  }
}
