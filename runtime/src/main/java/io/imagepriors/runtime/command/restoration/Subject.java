package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Degraded;
import io.imagepriors.runtime.picture.PictureReader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One degraded image and what is known of it; each stack holds one image.
 *
 * @param name what people call it
 * @param model what happened to it
 * @param degraded the image to restore
 * @param baseline the same in the shape of the clean image
 * @param clean the truth, where it is known
 * @param isNoiseEstimated whether the model's noise level was found in the degraded image
 */
record Subject(
    String name,
    ForwardModel model,
    ImageStack degraded,
    ImageStack baseline,
    Optional<ImageStack> clean,
    boolean isNoiseEstimated) {

  /**
   * A picture that somebody else has degraded; what the degradation leaves open is found in it.
   *
   * @param needed the shape that the prior needs; without one, that which the degradation turns
   *     into the picture's
   */
  static Subject ofFile(Path file, Optional<Shape> needed, Candidate<Degradation> degradation) {
    ForwardModel bound =
        needed
            .map(clean -> degradation.plugin().bind(clean, degradation.parameters()))
            .orElseGet(() -> Enlargement.of(degradation, PictureReader.read(file).shape()));
    ImageStack degraded = PictureReader.read(file, bound.degraded());
    ForwardModel model = bound.fittedTo(degraded);
    ImageStack baseline = Degraded.baseline(model, degraded);
    return new Subject(
        file.toString(), model, degraded, baseline, Optional.empty(), isNoiseOpen(bound));
  }

  /** An image whose degradation has been simulated. */
  static Subject of(String name, Degraded simulated) {
    return new Subject(
        name,
        simulated.model(),
        simulated.degraded(),
        simulated.baseline(),
        Optional.of(simulated.clean()),
        false);
  }

  /** Whether the noise level is to be found in the degraded image. */
  static boolean isNoiseOpen(ForwardModel model) {
    try {
      model.sigma();
      return false;
    } catch (InvalidInputException e) {
      return true;
    }
  }
}
