package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which prior did best where, as the template takes it. */
final class StandingTable {
  private static final String NONE = "\u2013";

  private StandingTable() {}

  /** Headings and rows. */
  static Map<String, Object> of(List<Standing> standings) {
    Set<Optional<String>> contenders = new LinkedHashSet<>();
    standings.forEach(
        s -> s.best().keySet().stream().filter(Optional::isPresent).forEach(contenders::add));
    if (standings.stream().anyMatch(s -> s.classical().isPresent())) {
      contenders.add(Optional.empty());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("contenders", contenders.stream().map(c -> c.orElse("no prior")).toList());
    fields.put("rows", standings.stream().map(s -> row(s, contenders)).toList());
    return fields;
  }

  private static Map<String, Object> row(Standing standing, Set<Optional<String>> contenders) {
    Row winner = standing.winner().row();
    List<Map<String, Object>> cells = new ArrayList<>();
    for (Optional<String> contender : contenders) {
      Optional<Row> row = Optional.ofNullable(standing.best().get(contender)).map(Result::row);
      cells.add(
          Map.of(
              "figure",
              row.map(r -> number("%.2f", r.judged().value())).orElse(NONE),
              "restorer",
              row.map(Row::restorer).orElse(""),
              "best",
              row.filter(winner::equals).isPresent()));
    }
    return Map.of(
        "name",
        standing.degradation(),
        "input",
        number("%.2f", winner.missingBefore().orElse(winner.before()).value()),
        "cells",
        cells,
        "lead",
        standing.lead().map(StandingTable::lead).orElse(NONE));
  }

  private static String lead(Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "%+.2f \u00b1 %.2f%s",
        comparison.difference().value(),
        comparison.difference().margin(),
        comparison.clear() ? "" : " (a tie)");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
