package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Notice;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.evaluation.Row;
import io.imagepriors.runtime.metric.Mean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Results as lines of text: a block per degradation, its first line the input itself, the best of
 * each block marked with an asterisk.
 */
public final class ResultsTable {
  private ResultsTable() {}

  /** The lines, without line ends. */
  public static List<String> lines(Results results) {
    Map<String, List<Row>> blocks =
        results.rows().stream()
            .collect(
                Collectors.groupingBy(Row::degradation, LinkedHashMap::new, Collectors.toList()));
    int width = labelWidth(results.rows());
    List<String> lines = new ArrayList<>();
    blocks.forEach((degradation, rows) -> addBlock(lines, degradation, rows, width));
    for (Notice notice : results.notices()) {
      lines.add("not possible: " + notice.combination() + ": " + notice.reason());
    }
    return lines;
  }

  private static void addBlock(List<String> lines, String degradation, List<Row> rows, int width) {
    boolean masked = rows.get(0).missingAfter().isPresent();
    lines.add(line(degradation, width, "PSNR dB", "", masked ? "missing dB" : "", "", "ms/image"));
    Row first = rows.get(0);
    lines.add(
        line("  input", width, figure(first.before()), "", missing(first.missingBefore()), "", ""));
    Best best = Best.among(rows);
    for (Row row : rows) {
      lines.add(
          line(
                  "  " + row.method(),
                  width,
                  figure(row.after()),
                  spread(row.after()),
                  missing(row.missingAfter()),
                  row.missingAfter().map(ResultsTable::spread).orElse(""),
                  String.format(Locale.ROOT, "%.1f", row.seconds() * 1000))
              + (best.judged(row) ? " *" : ""));
    }
    lines.add("");
  }

  private static String line(String label, int width, Object... columns) {
    Object[] all = new Object[columns.length + 1];
    all[0] = label + " ".repeat(Math.max(0, width - label.length()));
    System.arraycopy(columns, 0, all, 1, columns.length);
    return String.format(Locale.ROOT, "%s  %8s %7s  %11s %7s  %9s", all).stripTrailing();
  }

  private static int labelWidth(List<Row> rows) {
    return rows.stream()
        .mapToInt(row -> Math.max(row.degradation().length(), row.method().length() + 2))
        .max()
        .orElse(0);
  }

  private static String figure(Mean mean) {
    return String.format(Locale.ROOT, "%.2f", mean.value());
  }

  private static String missing(Optional<Mean> mean) {
    return mean.map(ResultsTable::figure).orElse("");
  }

  private static String spread(Mean mean) {
    return mean.count() == 1 ? "" : String.format(Locale.ROOT, "\u00b1%.2f", mean.error());
  }
}
