package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Results;
import java.util.List;

/**
 * Results as comma-separated values: a line of names, those of {@link ResultsJson}'s rows, then a
 * line per row. What was not measured is empty.
 */
public final class ResultsCsv {
  private ResultsCsv() {}

  /** The text, ending with a line end. */
  public static String of(Results results, Reference reference) {
    Csv text = Csv.of(RowFields.NAMES);
    List<Result> all = results.results();
    for (Result result : all) {
      text.line(RowFields.of(result.row(), reference.against(result, all)));
    }
    return text.toString();
  }
}
