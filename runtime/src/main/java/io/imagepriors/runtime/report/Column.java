package io.imagepriors.runtime.report;

import io.imagepriors.runtime.evaluation.Figure;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.evaluation.Row;
import io.imagepriors.runtime.evaluation.Score;
import io.imagepriors.runtime.evaluation.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a table of results.
 *
 * @param heading what it shows
 * @param input its text for the input, given any of the results
 * @param restored its text for a result
 */
record Column(String heading, Function<Result, String> input, Function<Result, String> restored) {
  private static final double PERCENT = 100;

  /**
   * The columns that results of one degradation fill.
   *
   * @param all results of all degradations
   * @param reference what gains are shown over, if they are
   */
  static List<Column> of(List<Result> block, List<Result> all, Optional<Reference> reference) {
    Row row = block.get(0).row();
    List<Column> columns = new ArrayList<>();
    columns.add(figure("PSNR dB", Figure.PSNR, 2, 1));
    if (row.missingAfter().isPresent()) {
      columns.add(figure("missing dB", Figure.MISSING, 2, 1));
    }
    if (row.restored().of(Figure.SSIM).isPresent()) {
      columns.add(figure("SSIM", Figure.SSIM, 3, 1));
    }
    if (row.restored().of(Figure.ACCURACY).isPresent()) {
      columns.add(figure("right %", Figure.ACCURACY, 1, PERCENT));
    }
    if (row.restored().of(Figure.PSNR).flatMap(Column::spread).isPresent()) {
      columns.add(new Column("seeds dB", any -> "", result -> seeds(result.row())));
    }
    reference.ifPresent(chosen -> columns.add(gain(chosen, all)));
    columns.add(new Column("ms/image", any -> "", r -> number(1, r.row().seconds() * 1000)));
    return columns;
  }

  private static Column figure(String heading, Figure figure, int decimals, double scale) {
    return new Column(
        heading,
        any -> text(any.row().input(), figure, decimals, scale, false),
        result -> text(result.row().restored(), figure, decimals, scale, true));
  }

  /** The value, and its standard error or the space that it would take. */
  private static String text(
      Scores scores, Figure figure, int decimals, double scale, boolean withError) {
    Score score = scores.of(figure).orElseThrow();
    String error =
        score.mean().count() == 1 ? "" : " \u00b1" + number(decimals, scale * score.mean().error());
    String value = number(decimals, scale * score.mean().value());
    return value + (withError ? error : " ".repeat(error.length()));
  }

  private static Column gain(Reference reference, List<Result> all) {
    return new Column(
        "gain dB",
        any -> "",
        result ->
            reference
                .against(result, all)
                .map(
                    comparison ->
                        String.format(
                            Locale.ROOT,
                            "%+.2f \u00b1%.2f",
                            comparison.difference().value(),
                            comparison.difference().margin()))
                .orElse("-"));
  }

  private static String seeds(Row row) {
    return row.restored()
        .of(Figure.MISSING)
        .or(() -> row.restored().of(Figure.PSNR))
        .flatMap(Column::spread)
        .map(spread -> number(3, spread))
        .orElse("");
  }

  private static Optional<Double> spread(Score score) {
    return score.spread().stream().boxed().findFirst();
  }

  private static String number(int decimals, double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
