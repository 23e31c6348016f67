package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Cube;
import io.imagepriors.runtime.analysis.Portrait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a loss for uniform codes has done, where one of the priors was trained with it, beside the
 * prior that leaves most of the cube empty. The sentences say so only if the figures do.
 */
final class Remedy {
  /** The fact by which a model file tells that it was trained so: the weight of that loss. */
  private static final String WEIGHT = "parameter.uniformity";

  /** The same of the term that looks at one coordinate at a time; older files don't have it. */
  private static final String MARGINALS = "parameter.marginals";

  private final Portrait mended;
  private final Portrait other;

  private Remedy(Portrait mended, Portrait other) {
    this.mended = mended;
    this.other = other;
  }

  /** The section's fields; nothing where no prior was trained with that loss. */
  static Optional<Map<String, Object>> of(Study study, Occasion occasion) {
    for (Portrait portrait : study.withCodes()) {
      Map<String, String> facts = occasion.priors().getOrDefault(portrait.prior(), Map.of());
      String weight = facts.getOrDefault(WEIGHT, "0");
      if (!weight.equals("0")) {
        Portrait other = study.emptiest().orElse(portrait);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", portrait.prior());
        fields.put("weight", weight);
        String marginals = facts.getOrDefault(MARGINALS, "0");
        if (!marginals.equals("0")) {
          fields.put("marginals", marginals);
        }
        fields.put("effects", new Remedy(portrait, other).effects());
        return Optional.of(fields);
      }
    }
    return Optional.empty();
  }

  private List<String> effects() {
    if (other.equals(mended)) {
      return List.of(
          String.format(
              Locale.ROOT,
              "%s leaves %.1f%% of the cube in holes, and no prior of this run leaves more: there"
                  + " is nothing here to show what the loss has changed.",
              mended.prior(),
              100 * Study.holes(mended)));
    }
    Cube with = Study.cube(mended);
    Cube without = Study.cube(other);
    List<String> effects = new ArrayList<>();
    effects.add(change("holes, %", "%.1f", 100 * without.law().holes(), 100 * with.law().holes()));
    effects.add(change("KS, mean", "%.3f", without.law().meanKs(), with.law().meanKs()));
    if (with.quality().isPresent() && without.quality().isPresent()) {
      effects.add(
          change(
              "Fr\u00e9chet distance of samples",
              "%.1f",
              without.quality().get().distance(),
              with.quality().get().distance()));
      effects.add(
          change(
              "confidence in samples, %",
              "%.0f",
              100 * without.quality().get().confidence().value(),
              100 * with.quality().get().confidence().value()));
    }
    effects.add(
        change(
            "mean squared error of reconstruction",
            "%.5f",
            without.reconstructionError(),
            with.reconstructionError()));
    return effects;
  }

  private String change(String figure, String format, double from, double to) {
    return String.format(
        Locale.ROOT,
        "%s: " + format + " with %s, " + format + " with %s",
        figure,
        from,
        other.prior(),
        to,
        mended.prior());
  }
}
