package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Row;
import io.imagepriors.runtime.metric.Mean;
import java.util.List;
import java.util.function.Function;

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

  /** Whether no row has a higher PSNR. */
  boolean after(Row row) {
    return highest(row, Row::after);
  }

  /** Whether no row has a higher PSNR of the missing pixels (of all, where none are missing). */
  boolean judged(Row row) {
    return highest(row, Row::judged);
  }

  /** Whether no row took less time. */
  boolean time(Row row) {
    return rows.stream().noneMatch(other -> other.seconds() < row.seconds());
  }

  private boolean highest(Row row, Function<Row, Mean> figure) {
    double value = figure.apply(row).value();
    return rows.stream().noneMatch(other -> figure.apply(other).value() > value + SHOWN);
  }
}
