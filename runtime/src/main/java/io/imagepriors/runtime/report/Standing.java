package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The best that each prior reached against one degradation, by whatever restorer, and the best that
 * was reached without any.
 *
 * @param degradation its label
 * @param best the best result of each prior, and of none, in the results' order
 */
record Standing(String degradation, Map<Optional<String>, Result> best) {
  private static final Comparator<Result> BY_FIGURE =
      Comparator.comparingDouble(result -> result.row().judged().value());

  /** One for each degradation. */
  static List<Standing> of(List<Result> results) {
    List<Standing> standings = new ArrayList<>();
    RestorationSections.byDegradation(results)
        .forEach((degradation, of) -> standings.add(new Standing(degradation, best(of))));
    return standings;
  }

  private static Map<Optional<String>, Result> best(List<Result> results) {
    Map<Optional<String>, Result> best = new LinkedHashMap<>();
    for (Result result : results) {
      best.merge(result.row().prior(), result, (a, b) -> BY_FIGURE.compare(b, a) > 0 ? b : a);
    }
    return best;
  }

  /** The best of all. */
  Result winner() {
    return best.values().stream().max(BY_FIGURE).orElseThrow();
  }

  /** The best with another prior than the winner's, or without one. */
  Optional<Result> runnerUp() {
    return best.values().stream()
        .filter(result -> !result.row().prior().equals(winner().row().prior()))
        .max(BY_FIGURE);
  }

  /** By how much the winner is ahead of that; nothing for one image or one contender. */
  Optional<Comparison> lead() {
    return runnerUp()
        .filter(other -> other.row().count() > 1)
        .map(other -> Comparison.of(other, winner()));
  }

  /** The best without a prior. */
  Optional<Result> classical() {
    return Optional.ofNullable(best.get(Optional.<String>empty()));
  }

  /** The best with a prior. */
  Optional<Result> learned() {
    return best.values().stream().filter(r -> r.row().prior().isPresent()).max(BY_FIGURE);
  }
}
