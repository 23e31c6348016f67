package io.imagepriors.runtime.analysis;

import io.imagepriors.api.CodeStack;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How far the law of codes is from the uniform law on the cube.
 *
 * @param ks per coordinate, the Kolmogorov-Smirnov distance {@code max_t |F(t) - t|} of its values
 *     from the uniform law, in [0, 1]
 * @param correlation the largest absolute correlation of two coordinates; a coordinate that never
 *     changes has none. It and {@code ks} are small by chance for many codes: about {@code 1/√n}
 * @param holes the share of uniform points in {@link Holes}; 0.01 is ideal
 * @param nearestRatio the mean distance of codes to their nearest other code, over the same of as
 *     many uniform codes; 1 is ideal, less means that codes crowd
 */
public record CodeLaw(List<Double> ks, double correlation, double holes, double nearestRatio) {

  /** Measures codes, at least two. */
  static CodeLaw of(CodeStack codes, Holes holes, RandomGenerator random) {
    double[][] coordinates =
        IntStream.range(0, codes.dimension())
            .mapToObj(k -> coordinate(codes, k))
            .toArray(double[][]::new);
    CodeStack uniform = Draws.uniform(codes.count(), codes.dimension(), random);
    return new CodeLaw(
        Arrays.stream(coordinates).map(CodeLaw::ks).toList(),
        largestCorrelation(coordinates),
        holes.share(),
        meanDistance(codes) / meanDistance(uniform));
  }

  /** The mean of {@link #ks()} over the coordinates. */
  public double meanKs() {
    return ks.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** The largest of {@link #ks()}. */
  public double worstKs() {
    return ks.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** All values of one coordinate. */
  static double[] coordinate(CodeStack codes, int k) {
    return IntStream.range(0, codes.count())
        .mapToDouble(i -> codes.values()[codes.offset(i) + k])
        .toArray();
  }

  static double ks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double most = 0;
    for (int i = 0; i < sorted.length; i++) {
      double below = sorted[i] - (double) i / sorted.length;
      double above = (double) (i + 1) / sorted.length - sorted[i];
      most = Math.max(most, Math.max(below, above));
    }
    return most;
  }

  static double largestCorrelation(double[][] coordinates) {
    double[][] standard = Arrays.stream(coordinates).map(CodeLaw::normed).toArray(double[][]::new);
    double most = 0;
    for (int k = 0; k < standard.length; k++) {
      for (int l = 0; l < k; l++) {
        most = Math.max(most, Math.abs(dot(standard[k], standard[l])));
      }
    }
    return Math.min(1, most);
  }

  /** The values less their mean, of norm 1, or all 0. */
  private static double[] normed(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double[] centred = Arrays.stream(values).map(v -> v - mean).toArray();
    double norm = Math.sqrt(dot(centred, centred));
    return Arrays.stream(centred).map(v -> norm == 0 ? 0 : v / norm).toArray();
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static double meanDistance(CodeStack codes) {
    return Arrays.stream(NearestCode.ofCodes(codes)).map(Math::sqrt).average().orElseThrow();
  }
}
