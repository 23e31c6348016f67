package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Cube;
import io.imagepriors.runtime.analysis.Portrait;
import io.imagepriors.runtime.analysis.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The sentences at the head of an analysis: what its figures say of each prior. */
final class AnalysisFindings {
  private AnalysisFindings() {}

  /** One sentence or two for each prior. */
  static List<String> of(List<Portrait> portraits) {
    List<String> findings = new ArrayList<>();
    for (Portrait portrait : portraits) {
      String codes = portrait.cube().map(AnalysisFindings::codes).orElse("has no codes");
      findings.add(portrait.prior() + " " + codes + ". " + weakest(portrait));
    }
    return findings;
  }

  private static String codes(Cube cube) {
    return String.format(
        Locale.ROOT,
        "leaves %.1f%% of the cube in holes (1%% is ideal) and gives images back with a mean"
            + " squared error of %.5f",
        100 * cube.law().holes(),
        cube.reconstructionError());
  }

  private static String weakest(Portrait portrait) {
    Trial worst =
        portrait.trials().stream().min(Comparator.comparingDouble(Trial::auroc)).orElseThrow();
    return String.format(
        Locale.ROOT,
        "The outliers that its energy tells worst are %s (AUROC %.3f).",
        worst.outliers(),
        worst.auroc());
  }
}
