package io.imagepriors.runtime.command.restoration;

import io.imagepriors.runtime.evaluation.Figure;
import io.imagepriors.runtime.evaluation.Plan;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.evaluation.Row;
import io.imagepriors.runtime.report.Duels;
import io.imagepriors.runtime.report.Reference;
import io.imagepriors.runtime.report.ResultsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An evaluation as people read it: the table, prior against prior, and what the symbols mean. */
final class EvaluationText {
  private EvaluationText() {}

  /** The lines, without line ends. */
  static List<String> of(Results results, Plan plan, Reference reference) {
    List<String> lines = new ArrayList<>(ResultsTable.lines(results, reference));
    List<String> duels = Duels.lines(results);
    if (!duels.isEmpty()) {
      lines.add("Prior against prior (PSNR; of the missing pixels, for masks):");
      duels.forEach(line -> lines.add("  " + line));
      lines.add("");
    }
    lines.addAll(legend(results.rows(), plan, reference));
    return lines;
  }

  private static List<String> legend(List<Row> rows, Plan plan, Reference reference) {
    List<String> lines = new ArrayList<>();
    int images = plan.images().count();
    int seeds = plan.seeds().size();
    lines.add(
        String.format(
            Locale.ROOT,
            "Means over %d images of %s and %d noise seed%s; \u00b1 is the standard error over"
                + " images.",
            images,
            plan.images().origin(),
            seeds,
            seeds == 1 ? "" : "s"));
    if (rows.stream().anyMatch(row -> row.missingAfter().isPresent())) {
      lines.add("missing dB: PSNR of the pixels that a mask hides");
    }
    if (rows.stream().anyMatch(row -> row.restored().of(Figure.SSIM).isPresent())) {
      lines.add("SSIM: structural similarity, 1 for equal images");
    }
    plan.judge()
        .ifPresent(
            judge ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "right %%: images whose class %s finds; of the clean images %.1f %%",
                        judge.label(),
                        100 * judge.clean().value())));
    if (seeds > 1) {
      lines.add("seeds dB: standard deviation over the seeds, of what the row is judged by");
    }
    if (images > 1) {
      lines.add(
          "gain dB: over '"
              + reference.label()
              + "', pairwise by image; \u00b1 here, and prior against prior, is the 95% confidence"
              + " interval");
    }
    lines.add("*: best of its block (missing dB for masks, else PSNR), and all equal to it");
    return lines;
  }
}
