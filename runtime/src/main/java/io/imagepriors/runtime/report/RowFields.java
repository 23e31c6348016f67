package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Comparison;
import io.imagepriors.runtime.evaluation.Figure;
import io.imagepriors.runtime.evaluation.Row;
import io.imagepriors.runtime.evaluation.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row's values by the names that JSON and CSV give them; what was not measured is left out.
 * Figures are rounded to four decimals, times to microseconds.
 */
final class RowFields {
  /** All names there can be, in order. */
  static final List<String> NAMES =
      List.of(
          "prior",
          "degradation",
          "restorer",
          "count",
          "psnrBefore",
          "psnrAfter",
          "psnrMissing",
          "seconds",
          "psnrAfterError",
          "psnrAfterSpread",
          "psnrMissingBefore",
          "psnrMissingError",
          "psnrMissingSpread",
          "ssimBefore",
          "ssim",
          "ssimError",
          "ssimSpread",
          "accuracyBefore",
          "accuracy",
          "accuracyError",
          "accuracySpread",
          "gain",
          "gainMargin");

  private static final double DECIMALS = 1e4;
  private static final double MICRO = 1e6;

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private RowFields() {}

  /**
   * The fields.
   *
   * @param gain the comparison with the reference, if there is one
   * @return texts and numbers; null for the prior of a restorer that needs none
   */
  static Map<String, Object> of(Row row, Optional<Comparison> gain) {
    RowFields all = new RowFields();
    all.fields.put("prior", row.prior().orElse(null));
    all.fields.put("degradation", row.degradation());
    all.fields.put("restorer", row.restorer());
    all.fields.put("count", row.count());
    all.put("psnrBefore", row.before().value());
    all.put("psnrAfter", row.after().value());
    row.missingAfter().ifPresent(mean -> all.put("psnrMissing", mean.value()));
    all.fields.put("seconds", Math.round(row.seconds() * MICRO) / MICRO);
    row.restored().of(Figure.PSNR).ifPresent(score -> all.certainty("psnrAfter", score));
    row.missingBefore().ifPresent(mean -> all.put("psnrMissingBefore", mean.value()));
    row.restored().of(Figure.MISSING).ifPresent(score -> all.certainty("psnrMissing", score));
    all.more("ssim", Figure.SSIM, row);
    all.more("accuracy", Figure.ACCURACY, row);
    gain.ifPresent(
        comparison -> {
          all.put("gain", comparison.difference().value());
          all.put("gainMargin", comparison.difference().margin());
        });
    return all.fields;
  }

  /** A number as all of these files have it. */
  static double rounded(double value) {
    return Math.round(value * DECIMALS) / DECIMALS;
  }

  private void more(String name, Figure figure, Row row) {
    row.input().mean(figure).ifPresent(mean -> put(name + "Before", mean.value()));
    row.restored().mean(figure).ifPresent(mean -> put(name, mean.value()));
    row.restored().of(figure).ifPresent(score -> certainty(name, score));
  }

  /** One image tells nothing of how others would do. */
  private void certainty(String name, Score score) {
    if (score.mean().count() > 1) {
      put(name + "Error", score.mean().error());
    }
    score.spread().ifPresent(spread -> put(name + "Spread", spread));
  }

  private void put(String name, double value) {
    fields.put(name, rounded(value));
  }
}
