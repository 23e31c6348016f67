package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of two priors did better where, in sentences that hold for the figures at hand whatever
 * they are. A difference counts only where it is more than twice its standard error.
 */
final class Findings {
  private final String first;
  private final String second;
  private final List<Comparison> comparisons;

  private Findings(String first, String second, List<Comparison> comparisons) {
    this.first = first;
    this.second = second;
    this.comparisons = comparisons;
  }

  /** Every pair of priors in the results. */
  static List<Findings> of(List<Result> results) {
    List<String> priors =
        results.stream().flatMap(r -> r.row().prior().stream()).distinct().toList();
    List<Findings> findings = new ArrayList<>();
    for (int i = 0; i < priors.size(); i++) {
      for (int k = i + 1; k < priors.size(); k++) {
        findings.add(between(priors.get(i), priors.get(k), results));
      }
    }
    return findings.stream().filter(f -> !f.comparisons.isEmpty()).toList();
  }

  private static Findings between(String first, String second, List<Result> results) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Result a : results) {
      for (Result b : results) {
        if (a.row().prior().equals(Optional.of(first))
            && b.row().prior().equals(Optional.of(second))
            && a.row().degradation().equals(b.row().degradation())
            && a.row().restorer().equals(b.row().restorer())) {
          comparisons.add(Comparison.of(a, b));
        }
      }
    }
    return new Findings(first, second, comparisons);
  }

  /** The sentences. */
  List<String> sentences() {
    List<Comparison> forSecond = clear(1);
    List<Comparison> forFirst = clear(-1);
    List<String> sentences = new ArrayList<>();
    sentences.add(wins(second, first, forSecond));
    sentences.add(wins(first, second, forFirst));
    int rest = comparisons.size() - forFirst.size() - forSecond.size();
    if (rest > 0) {
      sentences.add(
          "In "
              + times(rest)
              + " of the "
              + comparisons.size()
              + " comparisons these images can't tell them apart.");
    }
    return sentences;
  }

  /** Comparisons that one prior clearly won, its widest margin first. */
  private List<Comparison> clear(int sign) {
    return comparisons.stream()
        .filter(c -> c.clear() && Math.signum(c.difference().value()) == sign)
        .sorted(Comparator.comparingDouble(c -> -sign * c.difference().value()))
        .toList();
  }

  private String wins(String winner, String other, List<Comparison> won) {
    if (won.isEmpty()) {
      return "Nowhere is " + winner + " clearly better than " + other + ".";
    }
    String where = won.stream().limit(3).map(Findings::where).collect(Collectors.joining("; "));
    String many = won.size() > 3 ? ", most of all: " : ": ";
    return capital(winner)
        + " is clearly better than "
        + other
        + " in "
        + times(won.size())
        + " of the "
        + comparisons.size()
        + " comparisons"
        + many
        + where
        + ".";
  }

  private static String where(Comparison comparison) {
    Row row = comparison.first().row();
    return String.format(
        Locale.ROOT,
        "%s with %s by %.2f ± %.2f dB%s",
        row.degradation(),
        row.restorer(),
        Math.abs(comparison.difference().value()),
        comparison.difference().error(),
        row.missingAfter().isPresent() ? " over the missing pixels" : "");
  }

  private static String times(int count) {
    return count == 1 ? "one" : String.valueOf(count);
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
