package io.imagepriors.experiments;

import java.util.Arrays;

/** Measures of how uniformly codes fill the cube, as the product defines them. */
final class Uniformity {
  private static final double[] SCALES = {0.1, 0.4, 1.6};
  private static final double LEVEL = 0.99;

  private Uniformity() {}

  /** The Kolmogorov-Smirnov distance of a coordinate from the uniform law, their mean. */
  static double kolmogorovSmirnov(double[][] codes) {
    double sum = 0;
    for (int k = 0; k < codes[0].length; k++) {
      double[] sorted = column(codes, k);
      Arrays.sort(sorted);
      double most = 0;
      for (int i = 0; i < sorted.length; i++) {
        double below = sorted[i] - (double) i / sorted.length;
        most = Math.max(most, Math.max(below, 1.0 / sorted.length - below));
      }
      sum += most;
    }
    return sum / codes[0].length;
  }

  /** The largest correlation, without its sign, of two coordinates. */
  static double largestCorrelation(double[][] codes) {
    double largest = 0;
    for (int i = 0; i < codes[0].length; i++) {
      for (int j = 0; j < i; j++) {
        largest = Math.max(largest, Math.abs(correlation(column(codes, i), column(codes, j))));
      }
    }
    return largest;
  }

  /**
   * The share of points that are farther from their nearest code than 99% of them are from the
   * nearest of as many uniform codes; 0.01 is ideal.
   */
  static double holes(double[][] codes, double[][] points, double[][] uniformCodes) {
    double[] usual = nearest(points, uniformCodes);
    Arrays.sort(usual);
    double limit = usual[(int) (LEVEL * usual.length)];
    double[] found = nearest(points, codes);
    return (double) Arrays.stream(found).filter(d -> d > limit).count() / found.length;
  }

  /** The loss of the uniform prior: unbiased squared MMD, inverse multiquadric kernels. */
  static double discrepancy(double[][] a, double[][] b) {
    double n = a.length;
    double within = kernelSum(a, a) + kernelSum(b, b) - 2 * SCALES.length * n;
    return within / (n * (n - 1)) - 2 * kernelSum(a, b) / (n * n);
  }

  private static double kernelSum(double[][] a, double[][] b) {
    double sum = 0;
    for (double[] p : a) {
      for (double[] q : b) {
        double distance = squaredDistance(p, q);
        for (double scale : SCALES) {
          double c = scale * p.length / 6;
          sum += c / (c + distance);
        }
      }
    }
    return sum;
  }

  private static double[] nearest(double[][] points, double[][] codes) {
    double[] nearest = new double[points.length];
    for (int p = 0; p < points.length; p++) {
      double least = Double.POSITIVE_INFINITY;
      for (double[] code : codes) {
        least = Math.min(least, squaredDistance(points[p], code));
      }
      nearest[p] = least;
    }
    return nearest;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }

  private static double[] column(double[][] codes, int index) {
    return Arrays.stream(codes).mapToDouble(code -> code[index]).toArray();
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
