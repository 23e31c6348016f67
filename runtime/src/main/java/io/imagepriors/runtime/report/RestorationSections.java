package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Notice;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What pages show of restorations, as their templates take it. */
final class RestorationSections {
  private static final int COLUMNS = 8;

  private RestorationSections() {}

  /** The results of each degradation, in the plan's order. */
  static Map<String, List<Result>> byDegradation(List<Result> results) {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.row().degradation(), LinkedHashMap::new, Collectors.toList()));
  }

  /** A section for each degradation. */
  static List<Map<String, Object>> of(List<Result> results, Occasion occasion) {
    List<Map<String, Object>> sections = new ArrayList<>();
    byDegradation(results)
        .forEach(
            (degradation, of) ->
                sections.add(DegradationSection.of(degradation, of, COLUMNS, occasion)));
    return sections;
  }

  /** Adds the combinations that could not work. */
  static void addImpossible(Results results, Map<String, Object> fields) {
    fields.put(
        "impossible", results.notices().stream().map(RestorationSections::impossible).toList());
    fields.put("hasImpossible", !results.notices().isEmpty());
  }

  private static Map<String, Object> impossible(Notice notice) {
    return Map.of("what", notice.combination(), "reason", notice.reason());
  }
}
