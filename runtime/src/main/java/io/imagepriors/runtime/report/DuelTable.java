package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prior against prior as intervals on one axis, whose middle is zero, for each pair of priors. */
final class DuelTable {
  private static final double MIDDLE = 50;

  private final double widest;

  private DuelTable(List<Comparison> comparisons) {
    this.widest =
        comparisons.stream()
            .mapToDouble(c -> Math.abs(c.difference().value()) + c.difference().margin())
            .max()
            .orElse(1);
  }

  /** A table for each pair, as the template takes it. */
  static List<Map<String, Object>> of(List<Result> results) {
    Map<List<String>, List<Comparison>> pairs =
        Comparison.ofPriors(results).stream()
            .collect(
                Collectors.groupingBy(
                    c -> List.of(prior(c.first()), prior(c.second())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Map<String, Object>> tables = new ArrayList<>();
    pairs.forEach(
        (pair, comparisons) -> {
          DuelTable table = new DuelTable(comparisons);
          tables.add(
              Map.of(
                  "first", pair.get(0),
                  "second", pair.get(1),
                  "end", String.format(Locale.ROOT, "%.1f", table.widest),
                  "rows", comparisons.stream().map(table::row).toList()));
        });
    return tables;
  }

  private static String prior(Result result) {
    return result.row().prior().orElseThrow();
  }

  private Map<String, Object> row(Comparison comparison) {
    double value = comparison.difference().value();
    double margin = comparison.difference().margin();
    return Map.of(
        "degradation",
        comparison.first().row().degradation(),
        "restorer",
        comparison.first().row().restorer(),
        "text",
        String.format(Locale.ROOT, "%+.2f \u00b1 %.2f", value, margin),
        "style",
        comparison.clear() ? (value > 0 ? "second" : "other") : "tie",
        "middle",
        percent(MIDDLE + scaled(value)),
        "left",
        percent(MIDDLE + scaled(value - margin)),
        "width",
        percent(scaled(2 * margin)));
  }

  private double scaled(double decibels) {
    return widest == 0 ? 0 : MIDDLE * decibels / widest;
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
