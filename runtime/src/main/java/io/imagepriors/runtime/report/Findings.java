package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which of two priors did better where, in sentences that hold for the figures at hand whatever
 * they are. A difference counts only where its 95% confidence interval excludes zero.
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

  /** Every pair of priors in the results; nothing where a single image can't tell. */
  static List<Findings> of(List<Result> results) {
    Map<List<String>, List<Comparison>> pairs =
        Comparison.ofPriors(results).stream()
            .collect(
                Collectors.groupingBy(
                    c -> List.of(prior(c.first()), prior(c.second())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Findings> findings = new ArrayList<>();
    pairs.forEach((pair, of) -> findings.add(new Findings(pair.get(0), pair.get(1), of)));
    return findings;
  }

  private static String prior(Result result) {
    return result.row().prior().orElseThrow();
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
        comparison.difference().margin(),
        row.missingAfter().isPresent() ? " over the missing pixels" : "");
  }

  private static String times(int count) {
    return count == 1 ? "one" : String.valueOf(count);
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
