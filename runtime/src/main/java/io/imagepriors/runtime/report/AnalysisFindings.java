package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Cube;
import io.imagepriors.runtime.analysis.Portrait;
import io.imagepriors.runtime.analysis.SampleQuality;
import java.util.List;
import java.util.Locale;

/** The sentences at the head of an analysis: what its figures say of each prior. */
final class AnalysisFindings {
  private AnalysisFindings() {}

  /** A sentence or two for each prior. */
  static List<String> of(List<Portrait> portraits) {
    return portraits.stream()
        .map(
            portrait ->
                portrait.prior()
                    + portrait.cube().map(AnalysisFindings::of).orElse(" has no codes to look at."))
        .toList();
  }

  private static String of(Cube cube) {
    String codes =
        String.format(
            Locale.ROOT,
            " leaves %.1f%% of the cube in holes, where uniform codes would leave 1%%,"
                + " and gives images back with a mean squared error of %.5f.",
            100 * cube.law().holes(),
            cube.reconstructionError());
    return codes + cube.quality().map(AnalysisFindings::of).orElse("");
  }

  private static String of(SampleQuality quality) {
    return String.format(
        Locale.ROOT,
        " A classifier is sure of what its samples show to %.0f%%, of real images to %.0f%%.",
        100 * quality.confidence().value(),
        100 * quality.realConfidence().value());
  }
}
