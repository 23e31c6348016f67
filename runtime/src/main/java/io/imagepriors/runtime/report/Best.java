package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Row;
import java.util.List;

/** Which rows are best, and equal to the best as far as two decimals show. */
final class Best {
  private static final double SHOWN = 0.005;

  private final List<Row> rows;

  private Best(List<Row> rows) {
    this.rows = rows;
  }

  /** The best among rows of one degradation. */
  static Best among(List<Row> rows) {
    return new Best(rows);
  }

  /** Whether no row has a higher PSNR of the missing pixels (of all, where none are missing). */
  boolean judged(Row row) {
    double value = row.judged().value();
    return rows.stream().noneMatch(other -> other.judged().value() > value + SHOWN);
  }
}
