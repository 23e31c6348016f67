package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Row;
import io.imagepriors.runtime.metric.Mean;
import io.imagepriors.runtime.picture.PictureWriter;
import io.imagepriors.runtime.picture.Strip;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One degradation's part of the page, as the template takes it. */
final class DegradationSection {
  private final List<Row> rows;
  private final Best best;
  private final boolean masked;
  private final double scale;

  private DegradationSection(List<Row> rows) {
    this.rows = rows;
    this.best = Best.among(rows);
    this.masked = rows.get(0).missingAfter().isPresent();
    double highest = rows.stream().mapToDouble(row -> row.judged().value()).max().orElse(1);
    this.scale = 100 / Math.max(1, Math.max(highest, baseline().value()));
  }

  /** The section for results of one degradation, showing at most {@code columns} images. */
  static Map<String, Object> of(String degradation, List<Result> results, int columns) {
    DegradationSection section = new DegradationSection(results.stream().map(Result::row).toList());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", degradation);
    fields.put("masked", section.masked);
    fields.put("judged", section.masked ? "PSNR of the missing pixels" : "PSNR");
    fields.put("input", section.input());
    fields.put("rows", section.rows.stream().map(section::fields).toList());
    fields.put(
        "strips", Sheets.strips(results, columns).stream().map(DegradationSection::strip).toList());
    return fields;
  }

  private Mean baseline() {
    Row row = rows.get(0);
    return row.missingBefore().orElse(row.before());
  }

  private Map<String, Object> input() {
    Map<String, Object> fields = new LinkedHashMap<>();
    Row row = rows.get(0);
    fields.put("after", figure(row.before()));
    row.missingBefore().ifPresent(mean -> fields.put("missing", figure(mean)));
    fields.put("bar", bar(baseline()));
    return fields;
  }

  private Map<String, Object> fields(Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("prior", row.prior());
    fields.put("restorer", row.restorer());
    fields.put("after", figure(row.after()));
    fields.put("afterError", figure(row.after().error()));
    fields.put("bestAfter", best.after(row));
    row.missingAfter().ifPresent(mean -> fields.put("missing", figure(mean)));
    row.missingAfter().ifPresent(mean -> fields.put("missingError", figure(mean.error())));
    fields.put("bestJudged", best.judged(row));
    fields.put("milliseconds", String.format(Locale.ROOT, "%.1f", row.seconds() * 1000));
    fields.put("bestTime", best.time(row));
    fields.put("bar", bar(row.judged()));
    return fields;
  }

  /** The length of a bar that starts at 0 dB, in percent of the longest. */
  private String bar(Mean mean) {
    return String.format(Locale.ROOT, "%.1f", Math.max(0, Math.min(100, mean.value() * scale)));
  }

  private static Map<String, Object> strip(Sheets.Strip strip) {
    byte[] png = PictureWriter.png(Strip.draw(strip.images()));
    return Map.of(
        "label",
        strip.label(),
        "source",
        "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }

  private static String figure(Mean mean) {
    return figure(mean.value());
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
