package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.evaluation.Row;
import java.util.List;
import java.util.Locale;

/** Prior against prior, with the same restorer on the same images: a sentence each. */
public final class Duels {
  private Duels() {}

  /** The sentences, in the order of the results; none where there is one prior or one image. */
  public static List<String> lines(Results results) {
    return Comparison.ofPriors(results.results()).stream().map(Duels::line).toList();
  }

  private static String line(Comparison comparison) {
    Row first = comparison.first().row();
    String winner = comparison.second().row().prior().orElseThrow();
    String loser = first.prior().orElseThrow();
    double difference = comparison.difference().value();
    String verdict;
    if (!comparison.clear()) {
      verdict = winner + " and " + loser + " can't be told apart:";
    } else if (difference > 0) {
      verdict = winner + " better than " + loser + " by";
    } else {
      verdict = loser + " better than " + winner + " by";
      difference = -difference;
    }
    return String.format(
        Locale.ROOT,
        "%s, %s: %s %.2f \u00b1 %.2f dB",
        first.degradation(),
        first.restorer(),
        verdict,
        difference,
        comparison.difference().margin());
  }
}
