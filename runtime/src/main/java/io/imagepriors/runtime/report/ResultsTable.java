package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Notice;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.evaluation.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Results as lines of text: a block per degradation, its first line the input itself, the best of
 * each block marked with an asterisk.
 */
public final class ResultsTable {
  private static final String GAP = "  ";

  private final List<Result> results;
  private final Optional<Reference> reference;
  private final int labels;

  private ResultsTable(List<Result> results, Optional<Reference> reference) {
    this.results = results;
    this.reference = reference;
    this.labels =
        results.stream()
            .map(Result::row)
            .mapToInt(row -> Math.max(row.degradation().length(), row.method().length() + 2))
            .max()
            .orElse(0);
  }

  /** The lines, without line ends. */
  public static List<String> lines(Results results) {
    return lines(results, Optional.empty());
  }

  /** The same, with gains over a reference. */
  public static List<String> lines(Results results, Reference reference) {
    return lines(results, Optional.of(reference));
  }

  private static List<String> lines(Results results, Optional<Reference> reference) {
    Map<String, List<Result>> blocks =
        results.results().stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.row().degradation(), LinkedHashMap::new, Collectors.toList()));
    ResultsTable table = new ResultsTable(results.results(), reference);
    List<String> lines = new ArrayList<>();
    blocks.values().forEach(block -> table.addBlock(lines, block));
    for (Notice notice : results.notices()) {
      lines.add("not possible: " + notice.combination() + ": " + notice.reason());
    }
    return lines;
  }

  private void addBlock(List<String> lines, List<Result> block) {
    List<Column> columns = Column.of(block, results, reference);
    List<List<String>> cells = new ArrayList<>();
    cells.add(columns.stream().map(Column::heading).toList());
    cells.add(columns.stream().map(column -> column.input().apply(block.get(0))).toList());
    for (Result result : block) {
      cells.add(columns.stream().map(column -> column.restored().apply(result)).toList());
    }
    lines.add(line(block.get(0).row().degradation(), 0, cells));
    lines.add(line("  " + Result.INPUT, 1, cells));
    Best best = Best.among(block.stream().map(Result::row).toList());
    for (int i = 0; i < block.size(); i++) {
      Row row = block.get(i).row();
      lines.add(line("  " + row.method(), i + 2, cells) + (best.judged(row) ? " *" : ""));
    }
    lines.add("");
  }

  /** One line, its cells flush right in their columns. */
  private String line(String label, int index, List<List<String>> cells) {
    StringBuilder line = new StringBuilder(padded(label, labels, false));
    for (int column = 0; column < cells.get(0).size(); column++) {
      int place = column;
      int width = cells.stream().mapToInt(row -> row.get(place).length()).max().orElse(0);
      line.append(GAP).append(padded(cells.get(index).get(column), width, true));
    }
    return line.toString().stripTrailing();
  }

  private static String padded(String text, int width, boolean right) {
    String pad = " ".repeat(Math.max(0, width - text.length()));
    return right ? pad + text : text + pad;
  }
}
