package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Row;
import java.util.ArrayList;
import java.util.List;

/** What a reader must know before citing the figures of a study. */
final class Limits {
  private Limits() {}

  /** The sentences. */
  static List<String> of(Study study, Occasion occasion) {
    List<String> limits = new ArrayList<>();
    List<Result> results = study.results().results();
    int count = results.isEmpty() ? 0 : results.get(0).row().count();
    int seeds = occasion.seeds().size();
    limits.add(
        "Restorations were measured on "
            + count
            + " images and "
            + (seeds == 1
                ? "one noise seed, so how much the noise matters was not measured."
                : seeds + " noise seeds.")
            + " Degradations were simulated, and restorers knew them exactly.");
    limits.add(
        "Codes and energies were measured on "
            + study.analysis().count()
            + " images. The share of holes and the Fr\u00e9chet distance depend on that number.");
    limits.add(
        "One trained model of each prior was looked at. What another seed of training would change"
            + " is in no interval here.");
    limits.add(
        "Where the best restorer of each prior is named, it was chosen by the figures that are"
            + " shown; its lead is a little too high for that.");
    limits.add(
        "Nothing in a model file proves which images it was trained on. Compare the line 'data' of"
            + " each prior with the images above: figures on images that were learned from mean"
            + " little.");
    if (results.stream().map(Result::row).noneMatch(Limits::isJudged)) {
      limits.add("No classifier judged the restored images.");
    }
    if (study.coverage().isEmpty()) {
      limits.add("No restorer of this run says how sure it is, so no coverage was measured.");
    }
    limits.addAll(study.analysis().notices());
    limits.addAll(study.omissions());
    return limits;
  }

  private static boolean isJudged(Row row) {
    return row.restored().of(io.imagepriors.runtime.evaluation.Figure.ACCURACY).isPresent();
  }
}
