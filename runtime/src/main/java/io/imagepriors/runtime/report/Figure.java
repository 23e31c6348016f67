package io.imagepriors.runtime.report;

import io.imagepriors.runtime.analysis.Cube;
import io.imagepriors.runtime.analysis.Portrait;
import io.imagepriors.runtime.analysis.SampleQuality;
import io.imagepriors.runtime.metric.Mean;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure of merit of a prior, as tables show it.
 *
 * @param name what it is called in a page
 * @param heading what it is called in a terminal
 * @param format how it is printed
 * @param value what it is; empty where it does not apply
 * @param ideal what it would be for truly uniform codes, or for real images in place of samples
 */
record Figure(
    String name,
    String heading,
    String format,
    Function<Portrait, Optional<Double>> value,
    Function<Portrait, Optional<Double>> ideal) {
  private static final String NONE = "\u2013";

  /** All of them, in the order of the tables. */
  static List<Figure> all() {
    return List.of(
        ofCube("holes, %", "HOLES %", "%.1f", 1, c -> 100 * c.law().holes()),
        ofCube("KS, mean of coordinates", "KS", "%.3f", 0, c -> c.law().meanKs()),
        ofCube("KS, worst coordinate", "WORST KS", "%.3f", 0, c -> c.law().worstKs()),
        ofCube("largest correlation", "CORRELATION", "%.2f", 0, c -> c.law().correlation()),
        ofCube("nearest-code ratio", "NEAREST", "%.3f", 1, c -> c.law().nearestRatio()),
        ofCube("reconstruction MSE", "MSE", "%.5f", 0, Cube::reconstructionError),
        ofSamples(
            "Fr\u00e9chet distance of samples",
            "FRECHET",
            "%.1f",
            SampleQuality::distance,
            SampleQuality::realDistance),
        ofSamples(
            "confidence in samples",
            "CONFIDENCE",
            "%.3f",
            quality -> quality.confidence().value(),
            quality -> quality.realConfidence().value()),
        new Figure(
            "confidence in decoded holes",
            "IN HOLES",
            "%.3f",
            p -> p.cube().flatMap(Figure::confidenceInHoles),
            p -> p.cube().flatMap(Cube::quality).map(quality -> quality.realConfidence().value())));
  }

  /** The figure of a prior. */
  String of(Portrait portrait) {
    return text(value.apply(portrait));
  }

  /** What it would be at best. */
  String ideal(List<Portrait> portraits) {
    return text(portraits.stream().flatMap(p -> ideal.apply(p).stream()).findFirst());
  }

  private String text(Optional<Double> found) {
    return found.map(number -> String.format(Locale.ROOT, format, number)).orElse(NONE);
  }

  private static Optional<Double> confidenceInHoles(Cube cube) {
    return cube.holes().flatMap(Cube.Neighbours::confidence).map(Mean::value);
  }

  private static Figure ofCube(
      String name, String heading, String format, double ideal, Function<Cube, Double> value) {
    return new Figure(
        name, heading, format, p -> p.cube().map(value), p -> p.cube().map(cube -> ideal));
  }

  private static Figure ofSamples(
      String name,
      String heading,
      String format,
      Function<SampleQuality, Double> value,
      Function<SampleQuality, Double> real) {
    return new Figure(
        name,
        heading,
        format,
        p -> p.cube().flatMap(Cube::quality).map(value),
        p -> p.cube().flatMap(Cube::quality).map(real));
  }
}
