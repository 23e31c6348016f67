package io.imagepriors.runtime.analysis;

import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.LabelledImages;
import java.util.List;
import java.util.Optional;

/**
 * What to look at.
 *
 * @param priors at least one, all of the images' shape
 * @param images of the class, at least four, which the priors should not have been trained on
 * @param strangers images of other kinds, of the same shape
 * @param classifier judges samples, where there is one for these images
 * @param drawn how many codes charts show, at least 1
 * @param seed decides whatever is random
 */
public record Plan(
    List<Subject> priors,
    LabelledImages images,
    List<ImageSet> strangers,
    Optional<ClassifierModel> classifier,
    int drawn,
    long seed) {

  /** Copies the lists. */
  public Plan {
    priors = List.copyOf(priors);
    strangers = List.copyOf(strangers);
  }
}
