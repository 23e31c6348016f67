package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Figure;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Row;
import io.imagepriors.runtime.evaluation.Scores;
import io.imagepriors.runtime.metric.Mean;
import io.imagepriors.runtime.picture.Strip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One degradation's part of a page, as the template takes it. */
final class DegradationSection {
  private static final String NONE = "\u2013";
  private static final double PERCENT = 100;

  /** A figure as a column; a minor one gives way on narrow screens. */
  private record Column(Figure figure, String heading, int decimals, double scale, boolean minor) {

    String text(double value) {
      return number(decimals, scale * value);
    }

    String text(Scores scores) {
      return scores.mean(figure).map(mean -> text(mean.value())).orElse("");
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column(Figure.PSNR, "PSNR dB", 2, 1, false),
          new Column(Figure.MISSING, "missing pixels dB", 2, 1, false),
          new Column(Figure.SSIM, "SSIM", 3, 1, true),
          new Column(Figure.ACCURACY, "right %", 1, PERCENT, true));

  private final List<Row> rows;
  private final List<Column> columns;
  private final boolean masked;
  private final double widest;

  private DegradationSection(List<Row> rows) {
    this.rows = rows;
    this.columns =
        COLUMNS.stream().filter(c -> rows.get(0).restored().of(c.figure()).isPresent()).toList();
    this.masked = rows.get(0).missingAfter().isPresent();
    this.widest = rows.stream().mapToDouble(DegradationSection::gain).max().orElse(0);
  }

  /** The section for results of one degradation, showing at most {@code most} images. */
  static Map<String, Object> of(
      String degradation, List<Result> results, int most, Occasion occasion) {
    DegradationSection section = new DegradationSection(results.stream().map(Result::row).toList());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", degradation);
    fields.put("shared", section.shared(occasion));
    fields.put("tinted", Sheets.tint(results.get(0).degraded()).isPresent());
    fields.put(
        "judged", section.masked ? "gain over the input, missing pixels" : "gain over the input");
    fields.put("headings", section.headings());
    fields.put("input", section.input());
    fields.put("rows", section.rows.stream().map(section::fields).toList());
    fields.put(
        "strips", Sheets.strips(results, most).stream().map(DegradationSection::strip).toList());
    return fields;
  }

  private String shared(Occasion occasion) {
    int seeds = occasion.seeds().size();
    return String.format(
        "means over %d images (%s) and %d noise seed%s",
        rows.get(0).count(), occasion.images(), seeds, seeds == 1 ? "" : "s");
  }

  /** What was won over the input, by the figure that rows are judged by. */
  private static double gain(Row row) {
    return row.judged().value() - row.missingBefore().orElse(row.before()).value();
  }

  private List<Map<String, Object>> headings() {
    List<Map<String, Object>> headings = new ArrayList<>();
    columns.forEach(c -> headings.add(Map.of("text", c.heading(), "minor", c.minor())));
    headings.add(Map.of("text", "ms per image", "minor", true));
    return headings;
  }

  private List<Map<String, Object>> input() {
    List<Map<String, Object>> cells = new ArrayList<>();
    Scores input = rows.get(0).input();
    columns.forEach(c -> cells.add(Map.of("text", c.text(input), "minor", c.minor())));
    cells.add(Map.of("text", "", "minor", true));
    return cells;
  }

  private Map<String, Object> fields(Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("prior", row.prior().orElse(NONE));
    fields.put("restorer", row.restorer());
    List<Map<String, Object>> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(cell(row, column)));
    cells.add(Map.of("text", number(1, 1000 * row.seconds()), "style", "wide", "error", ""));
    fields.put("cells", cells);
    fields.put("bar", number(1, gain(row) <= 0 ? 0 : PERCENT * gain(row) / widest));
    fields.put("gain", String.format(Locale.ROOT, "%+.1f", gain(row)));
    return fields;
  }

  private Map<String, Object> cell(Row row, Column column) {
    Mean mean = row.restored().mean(column.figure()).orElseThrow();
    String style = (isBest(row, column) ? "best" : "") + (column.minor() ? " wide" : "");
    return Map.of(
        "text",
        column.text(mean.value()),
        "error",
        mean.count() == 1 ? "" : column.text(mean.error()),
        "style",
        style.strip());
  }

  /** Whether no row has a higher figure, as far as its digits show. */
  private boolean isBest(Row row, Column column) {
    double own = Double.parseDouble(column.text(row.restored()));
    return rows.stream()
        .allMatch(other -> Double.parseDouble(column.text(other.restored())) <= own);
  }

  private static Map<String, Object> strip(Sheets.Strip strip) {
    return Map.of("label", strip.label(), "source", Page.source(Strip.draw(strip.images())));
  }

  private static String number(int decimals, double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
