package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Analysis;
import io.imagepriors.runtime.analysis.Cube;
import io.imagepriors.runtime.analysis.Portrait;
import io.imagepriors.runtime.evaluation.CoverageRow;
import io.imagepriors.runtime.evaluation.Results;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a report tells.
 *
 * @param analysis of the priors' codes and energies
 * @param analysed where the images of the analysis come from
 * @param analysisSeed decides what is random in it
 * @param results of the restorations
 * @param coverage how often intervals covered the truth; empty where no restorer gives any
 * @param coverageImages how many images that was measured on
 * @param oneClass what an evaluation of one class at a time found, if there was one
 * @param omissions what was left out, and why
 */
public record Study(
    Analysis analysis,
    String analysed,
    long analysisSeed,
    Results results,
    List<CoverageRow> coverage,
    int coverageImages,
    Optional<OneClassFigures> oneClass,
    List<String> omissions) {

  /** Copies the lists. */
  public Study {
    coverage = List.copyOf(coverage);
    omissions = List.copyOf(omissions);
  }

  /** What was found, a line each. */
  public List<String> summary() {
    return Summary.of(this).stream().map(f -> f.topic() + ": " + f.text()).toList();
  }

  /** The prior whose codes leave most of the cube empty; nothing where none has codes. */
  Optional<Portrait> emptiest() {
    return withCodes().stream().max(Comparator.comparingDouble(Study::holes));
  }

  /** The prior whose codes fill the cube best. */
  Optional<Portrait> fullest() {
    return withCodes().stream().min(Comparator.comparingDouble(Study::holes));
  }

  /** The priors that have codes. */
  List<Portrait> withCodes() {
    return analysis.portraits().stream().filter(p -> p.cube().isPresent()).toList();
  }

  /** The share of the cube in holes. */
  static double holes(Portrait portrait) {
    return cube(portrait).law().holes();
  }

  static Cube cube(Portrait portrait) {
    return portrait.cube().orElseThrow();
  }
}
