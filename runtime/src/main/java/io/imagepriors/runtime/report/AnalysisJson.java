package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Analysis;
import io.imagepriors.runtime.analysis.CodeLaw;
import io.imagepriors.runtime.analysis.Cube;
import io.imagepriors.runtime.analysis.Portrait;
import io.imagepriors.runtime.analysis.SampleQuality;
import io.imagepriors.runtime.analysis.Trial;
import io.imagepriors.runtime.metric.Mean;
import java.util.List;
import java.util.Optional;

/**
 * All figures of an analysis, for programs. {@code codes} is absent for a prior without a latent
 * space, {@code samples} where no classifier judged them.
 *
 * @param command repeats it
 * @param images where the images come from
 * @param count how many
 * @param notices what could not be done
 */
public record AnalysisJson(
    String command,
    String images,
    int count,
    long seed,
    List<PriorFigures> priors,
    List<String> notices) {

  /** One prior. */
  record PriorFigures(
      String prior,
      CodeFigures codes,
      SampleFigures samples,
      double meanEnergy,
      List<OutlierFigures> outliers) {}

  /** How codes fill the cube. */
  record CodeFigures(
      int dimension,
      double ks,
      double worstKs,
      List<Double> ksByCoordinate,
      double largestCorrelation,
      double holes,
      double nearestCodeRatio,
      double reconstructionMse) {}

  /** How much samples look like real images. */
  record SampleFigures(int count, SampleQuality.Figures quality, Double confidenceInHoles) {}

  /** One kind of outliers. */
  record OutlierFigures(String outliers, int count, double meanEnergy, double auroc) {}

  /** The figures of an analysis. */
  public static AnalysisJson of(Analysis analysis, Occasion occasion) {
    return new AnalysisJson(
        occasion.command(),
        occasion.images(),
        analysis.count(),
        occasion.seeds().get(0),
        analysis.portraits().stream().map(AnalysisJson::prior).toList(),
        analysis.notices());
  }

  private static PriorFigures prior(Portrait portrait) {
    return new PriorFigures(
        portrait.prior(),
        portrait.cube().map(AnalysisJson::codes).orElse(null),
        portrait.cube().flatMap(AnalysisJson::samples).orElse(null),
        portrait.members().mean().value(),
        portrait.trials().stream().map(AnalysisJson::outliers).toList());
  }

  private static CodeFigures codes(Cube cube) {
    CodeLaw law = cube.law();
    return new CodeFigures(
        cube.codes().dimension(),
        law.meanKs(),
        law.worstKs(),
        law.ks(),
        law.correlation(),
        law.holes(),
        law.nearestRatio(),
        cube.reconstructionError());
  }

  private static Optional<SampleFigures> samples(Cube cube) {
    Double inHoles =
        cube.holes().flatMap(Cube.Neighbours::confidence).map(Mean::value).orElse(null);
    return cube.quality()
        .map(quality -> new SampleFigures(quality.samples(), quality.figures(), inHoles));
  }

  private static OutlierFigures outliers(Trial trial) {
    return new OutlierFigures(
        trial.outliers(), trial.mean().count(), trial.mean().value(), trial.auroc());
  }
}
