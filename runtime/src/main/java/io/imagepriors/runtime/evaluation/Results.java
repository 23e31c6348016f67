package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Outcome;
import java.util.List;

/**
 * What an {@link Evaluation} found.
 *
 * @param results one for each combination that ran to its end, in the plan's order: by degradation,
 *     then restorer, then prior
 * @param notices the combinations that could not work, in the same order
 * @param outcome whether all was tried, or the evaluation was stopped
 */
public record Results(List<Result> results, List<Notice> notices, Outcome outcome) {

  /** Copies the lists. */
  public Results {
    results = List.copyOf(results);
    notices = List.copyOf(notices);
  }

  /** The figures alone. */
  public List<Row> rows() {
    return results.stream().map(Result::row).toList();
  }
}
