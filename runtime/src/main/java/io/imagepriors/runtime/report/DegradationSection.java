package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Row;
import io.imagepriors.runtime.metric.Mean;
import io.imagepriors.runtime.picture.Strip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One degradation's part of the page, as the template takes it. */
final class DegradationSection {
  private static final String NONE = "\u2013";

  private final List<Row> rows;
  private final Best best;
  private final boolean masked;
  private final double widest;

  private DegradationSection(List<Row> rows) {
    this.rows = rows;
    this.best = Best.among(rows);
    this.masked = rows.get(0).missingAfter().isPresent();
    this.widest = rows.stream().mapToDouble(this::gain).max().orElse(0);
  }

  /** The section for results of one degradation, showing at most {@code columns} images. */
  static Map<String, Object> of(String degradation, List<Result> results, int columns) {
    DegradationSection section = new DegradationSection(results.stream().map(Result::row).toList());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", degradation);
    fields.put("masked", section.masked);
    fields.put("tinted", Sheets.tint(results.get(0).degraded()).isPresent());
    fields.put(
        "judged", section.masked ? "gain over the input, missing pixels" : "gain over the input");
    fields.put("input", section.input());
    fields.put("rows", section.rows.stream().map(section::fields).toList());
    fields.put(
        "strips", Sheets.strips(results, columns).stream().map(DegradationSection::strip).toList());
    return fields;
  }

  /** What was won over the input, by the figure that rows are judged by. */
  private double gain(Row row) {
    return row.judged().value() - row.missingBefore().orElse(row.before()).value();
  }

  private Map<String, Object> input() {
    Map<String, Object> fields = new LinkedHashMap<>();
    Row row = rows.get(0);
    fields.put("after", figure(row.before()));
    row.missingBefore().ifPresent(mean -> fields.put("missing", figure(mean)));
    return fields;
  }

  private Map<String, Object> fields(Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("prior", row.prior().orElse(NONE));
    fields.put("restorer", row.restorer());
    fields.put("after", figure(row.after()));
    fields.put("afterError", figure(row.after().error()));
    fields.put("bestAfter", best.after(row));
    row.missingAfter().ifPresent(mean -> fields.put("missing", figure(mean)));
    row.missingAfter().ifPresent(mean -> fields.put("missingError", figure(mean.error())));
    fields.put("bestJudged", best.judged(row));
    fields.put("milliseconds", String.format(Locale.ROOT, "%.1f", row.seconds() * 1000));
    fields.put("bestTime", best.time(row));
    fields.put("bar", bar(gain(row)));
    fields.put("gain", String.format(Locale.ROOT, "%+.1f", gain(row)));
    return fields;
  }

  /** The length of a bar in percent of the longest; none for a loss. */
  private String bar(double gain) {
    return String.format(Locale.ROOT, "%.1f", gain <= 0 ? 0 : 100 * gain / widest);
  }

  private static Map<String, Object> strip(Sheets.Strip strip) {
    return Map.of("label", strip.label(), "source", Page.source(Strip.draw(strip.images())));
  }

  private static String figure(Mean mean) {
    return figure(mean.value());
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
