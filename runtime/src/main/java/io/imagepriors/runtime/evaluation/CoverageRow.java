package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Uncertainty;
import io.imagepriors.runtime.metric.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * How often intervals covered the truth, for one kind of pixels; part of the JSON of {@code
 * coverage}.
 *
 * @param prior its label, empty if there is none
 * @param degradation its label
 * @param pixels which: {@code all}, {@code missing}, or {@code unsure}, those with a deviation of
 *     at least {@value #UNSURE}: an image's flat background is known to everybody, and would hide
 *     the rest
 * @param count how many
 * @param within50 the share inside the central 50% interval
 * @param within80 the share inside the central 80% interval
 * @param within95 the share inside the central 95% interval
 * @param error root of the mean squared error of the restoration
 * @param deviation root of the mean variance, as the restorer says
 */
public record CoverageRow(
    String prior,
    String degradation,
    String pixels,
    long count,
    double within50,
    double within80,
    double within95,
    double error,
    double deviation) {
  private static final double UNSURE = 0.02;
  private static final double[] NOMINAL = {0.5, 0.8, 0.95};

  /** A row for each kind of pixels that there are. */
  public static List<CoverageRow> of(
      Method method, Degraded degraded, ImageStack restored, Uncertainty uncertainty, long seed) {
    float[] deviations = uncertainty.deviation().pixels();
    int size = restored.shape().size();
    Optional<float[]> seen = degraded.model().observed().map(ImageStack::pixels);
    List<CoverageRow> rows = new ArrayList<>();
    IntPredicate unsure = k -> deviations[k] >= UNSURE;
    IntPredicate missing = k -> seen.isPresent() && seen.get()[k % size] == 0;
    List<IntPredicate> kinds = List.of(k -> true, unsure, missing, missing.and(unsure));
    List<String> names = List.of("all", "unsure", "missing", "missing, unsure");
    for (int kind = 0; kind < kinds.size(); kind++) {
      Coverage coverage = new Coverage(NOMINAL, seed);
      collect(coverage, kinds.get(kind), degraded.clean(), restored, uncertainty);
      if (coverage.count() > 0) {
        rows.add(of(method, degraded, names.get(kind), coverage));
      }
    }
    return rows;
  }

  private static CoverageRow of(
      Method method, Degraded degraded, String pixels, Coverage coverage) {
    return new CoverageRow(
        method.prior().orElse(""),
        degraded.label(),
        pixels,
        coverage.count(),
        coverage.covered(0),
        coverage.covered(1),
        coverage.covered(2),
        coverage.error(),
        coverage.deviation());
  }

  private static void collect(
      Coverage coverage,
      IntPredicate wanted,
      ImageStack truth,
      ImageStack restored,
      Uncertainty uncertainty) {
    List<ImageStack> stacks = uncertainty.draws();
    double[] draws = new double[stacks.size()];
    for (int k = 0; k < truth.pixels().length; k++) {
      if (wanted.test(k)) {
        for (int n = 0; n < draws.length; n++) {
          draws[n] = stacks.get(n).pixels()[k];
        }
        coverage.add(
            truth.pixels()[k], draws, restored.pixels()[k], uncertainty.deviation().pixels()[k]);
      }
    }
  }
}
