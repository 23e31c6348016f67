package io.imagepriors.runtime.command.models;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.metric.Confidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The classifier that judges samples. One that the user named is taken as it is; the usual one only
 * where it knows these images, or its verdict would mean nothing.
 *
 * @param model empty where there is none for these images
 * @param notices why not
 */
public record FittingClassifier(Optional<ClassifierModel> model, List<String> notices) {
  /** What is tried where the user names none. */
  public static final String USUAL = "digit-classifier";

  private static final double LEAST_ACCURACY = 0.9;
  private static final int MOST_IMAGES = 1000;

  /**
   * Reads the choice.
   *
   * @throws InvalidInputException if the user named one that does not take the images
   */
  public static FittingClassifier of(
      Invocation in, Choice<Classifier> choice, LabelledImages images) {
    List<Chosen<Classifier>> chosen = in.all(choice);
    if (chosen.isEmpty()) {
      return without("no classifier is plugged in to judge samples");
    }
    if (in.has(choice)) {
      return new FittingClassifier(Optional.of(bind(chosen.get(0), images)), List.of());
    }
    try {
      return usual(bind(chosen.get(0), images), images);
    } catch (InvalidInputException e) {
      return without("samples are not judged: " + e.getMessage());
    }
  }

  private static FittingClassifier usual(ClassifierModel model, LabelledImages images) {
    if (images.label(0).isEmpty()) {
      return without("samples are not judged: " + images.origin() + " has no labels");
    }
    double accuracy = accuracy(model, images);
    return accuracy >= LEAST_ACCURACY
        ? new FittingClassifier(Optional.of(model), List.of())
        : without(
            String.format(
                Locale.ROOT,
                "samples are not judged: %s tells only %.0f%% of these images; name one that"
                    + " knows them with --classifier",
                USUAL,
                100 * accuracy));
  }

  /** Over images that are evenly spread: datasets may be ordered by class. */
  private static double accuracy(ClassifierModel model, LabelledImages images) {
    int count = Math.min(MOST_IMAGES, images.count());
    int right = 0;
    for (int i = 0; i < count; i++) {
      int place = (int) ((long) i * images.count() / count);
      float[] probabilities = model.probabilities(images.stack(place, place + 1));
      int found = Confidence.choice(probabilities, model.classes(), 0);
      right += images.label(place).orElse(-1) == found ? 1 : 0;
    }
    return (double) right / count;
  }

  private static ClassifierModel bind(Chosen<Classifier> chosen, LabelledImages images) {
    return chosen.plugin().bind(images.shape(), chosen.parameters());
  }

  private static FittingClassifier without(String reason) {
    return new FittingClassifier(Optional.empty(), List.of(reason));
  }
}
