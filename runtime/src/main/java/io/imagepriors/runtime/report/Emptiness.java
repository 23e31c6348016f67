package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Analyst;
import io.imagepriors.runtime.analysis.Cube;
import io.imagepriors.runtime.analysis.Portrait;
import io.imagepriors.runtime.analysis.Trial;
import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the figures say of the prior that leaves most of the cube empty: whether it fails there, and
 * by what evidence. Every sentence follows the figures of the run, whatever they are.
 */
final class Emptiness {
  /** Below this, holes are about as rare as among uniform codes. */
  static final double NOTICEABLE = 0.03;

  /** What these outliers are called, the prior's name following. */
  static final String DECODED_HOLES = Analyst.DECODED_HOLES;

  private static final double MUCH = 0.1;
  private static final double TOLD = 0.9;

  private final Study study;
  private final Portrait prior;

  private Emptiness(Study study, Portrait prior) {
    this.study = study;
    this.prior = prior;
  }

  /** That of a study in which some prior has codes. */
  static Optional<Emptiness> of(Study study) {
    return study.emptiest().map(prior -> new Emptiness(study, prior));
  }

  /** The heading. */
  String title() {
    return isNoticeable() ? "How " + prior.prior() + " fails" : "What lies between the codes";
  }

  boolean isNoticeable() {
    return Study.holes(prior) >= NOTICEABLE;
  }

  /** The evidence, a sentence or two each. */
  List<String> evidence() {
    List<String> all = new ArrayList<>();
    all.add(emptiness());
    confidence().ifPresent(all::add);
    ownEnergy().ifPresent(all::add);
    restorations().ifPresent(all::add);
    return all;
  }

  private String emptiness() {
    String share =
        String.format(
            Locale.ROOT,
            "%s leaves %.1f%% of the cube in holes, where truly uniform codes would leave 1%%.",
            prior.prior(),
            100 * Study.holes(prior));
    Portrait other = study.fullest().orElseThrow();
    if (!isNoticeable()) {
      return share + " That is next to nothing: there is little room to fail in.";
    }
    return other.equals(prior)
        ? share
        : share
            + String.format(
                Locale.ROOT,
                " %s leaves %.1f%%, of as many codes.",
                other.prior(),
                100 * Study.holes(other));
  }

  private Optional<String> confidence() {
    Cube cube = Study.cube(prior);
    if (cube.quality().isEmpty() || cube.holes().flatMap(Cube.Neighbours::confidence).isEmpty()) {
      return Optional.empty();
    }
    double real = cube.quality().get().realConfidence().value();
    double holes = cube.holes().get().confidence().get().value();
    String verdict =
        holes < real - MUCH
            ? "Many of them are no clear image of the class."
            : "To the classifier they look like the class.";
    return Optional.of(
        String.format(
            Locale.ROOT,
            "A classifier is sure of the class of real images to %.0f%%, of what %s decodes its"
                + " holes to, to %.0f%%. %s",
            100 * real,
            prior.prior(),
            100 * holes,
            verdict));
  }

  private Optional<String> ownEnergy() {
    return trial(prior)
        .map(
            trial ->
                String.format(
                        Locale.ROOT,
                        "Its own energy tells these images from the class with an AUROC of %.3f (1"
                            + " is always, 0.5 is chance).",
                        trial.auroc())
                    + (trial.auroc() < TOLD
                        ? " So it often takes them for members: an outlier that lands in a hole"
                            + " is given back as it is, and its energy is low."
                        : " So it does notice them.")
                    + others());
  }

  private String others() {
    return study.analysis().portraits().stream()
        .filter(other -> !other.equals(prior))
        .flatMap(
            other ->
                trial(other)
                    .map(
                        trial ->
                            String.format(
                                Locale.ROOT,
                                " The energy of %s: %.3f.",
                                other.prior(),
                                trial.auroc()))
                    .stream())
        .collect(Collectors.joining());
  }

  private Optional<Trial> trial(Portrait judge) {
    return judge.trials().stream()
        .filter(trial -> trial.outliers().equals(DECODED_HOLES + prior.prior()))
        .findFirst();
  }

  /** Where pixels are missing, a search among codes has most room to go wrong. */
  private Optional<String> restorations() {
    List<Comparison> masks =
        Comparison.ofPriors(study.results().results()).stream()
            .filter(c -> c.first().row().missingAfter().isPresent())
            .filter(c -> involves(c.first().row()) || involves(c.second().row()))
            .toList();
    if (masks.isEmpty()) {
      return Optional.empty();
    }
    long worse = masks.stream().filter(Comparison::clear).filter(this::isLoss).count();
    long better = masks.stream().filter(Comparison::clear).count() - worse;
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Where pixels are missing, restorations with %s are clearly worse than with another"
                + " prior in %d of %d comparisons, and clearly better in %d.",
            prior.prior(),
            worse,
            masks.size(),
            better));
  }

  private boolean involves(Row row) {
    return row.prior().equals(Optional.of(prior.prior()));
  }

  private boolean isLoss(Comparison comparison) {
    boolean secondIsAhead = comparison.difference().value() > 0;
    return involves(comparison.first().row()) == secondIsAhead;
  }
}
