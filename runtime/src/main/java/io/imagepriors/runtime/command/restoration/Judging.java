package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.runtime.command.Choice;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Judge;
import java.util.Locale;
import java.util.Optional;

/** Finds out whether a classifier can judge some images. */
final class Judging {
  /** Below this a classifier was evidently made for images of another kind. */
  private static final double LEAST = 0.5;

  private Judging() {}

  /**
   * A judge, if there is a classifier that fits the images. One that the user named must fit; the
   * usual one is left out where it does not, with a remark.
   *
   * @throws InvalidInputException if the user named one that does not fit
   */
  static Optional<Judge> of(Invocation in, Choice<Classifier> choice, LabelledImages images) {
    return in.all(choice).stream()
        .findFirst()
        .flatMap(
            chosen -> {
              Candidate<Classifier> classifier = Candidates.of(chosen);
              return in.has(choice)
                  ? Optional.of(Judge.of(classifier, images))
                  : usual(in, classifier, images);
            });
  }

  private static Optional<Judge> usual(
      Invocation in, Candidate<Classifier> classifier, LabelledImages images) {
    try {
      Judge judge = Judge.of(classifier, images);
      if (judge.clean().value() >= LEAST) {
        return Optional.of(judge);
      }
      return without(
          in,
          String.format(
              Locale.ROOT,
              "%s finds the class of %.0f%% of the clean images",
              judge.label(),
              100 * judge.clean().value()));
    } catch (InvalidInputException e) {
      return without(in, e.getMessage());
    }
  }

  private static Optional<Judge> without(Invocation in, String reason) {
    in.err().println("accuracy left out: " + reason);
    return Optional.empty();
  }
}
