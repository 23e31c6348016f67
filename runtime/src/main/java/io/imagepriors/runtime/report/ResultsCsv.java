package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Results;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Results as comma-separated values (RFC 4180): a line of names, those of {@link ResultsJson}'s
 * rows, then a line per row. What was not measured is empty.
 */
public final class ResultsCsv {
  private static final String END = "\r\n";

  private ResultsCsv() {}

  /** The text, ending with a line end. */
  public static String of(Results results, Reference reference) {
    StringBuilder text = new StringBuilder(String.join(",", RowFields.NAMES)).append(END);
    List<Result> all = results.results();
    for (Result result : all) {
      text.append(line(RowFields.of(result.row(), reference.against(result, all)))).append(END);
    }
    return text.toString();
  }

  private static String line(Map<String, Object> fields) {
    return RowFields.NAMES.stream()
        .map(name -> quoted(Objects.toString(fields.get(name), "")))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String value) {
    return value.matches("[^,\"\r\n]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
