package io.imagepriors.runtime.analysis;

import io.imagepriors.api.CodeStack;

/** Squared distances in the cube, by comparing all pairs. */
final class NearestCode {
  private NearestCode() {}

  /** The squared distance of each point to its nearest code. */
  static double[] ofPoints(CodeStack points, CodeStack codes) {
    double[] nearest = new double[points.count()];
    for (int p = 0; p < nearest.length; p++) {
      nearest[p] = nearest(points, p, codes, -1);
    }
    return nearest;
  }

  /** The squared distance of each code to its nearest other code; at least two codes. */
  static double[] ofCodes(CodeStack codes) {
    double[] nearest = new double[codes.count()];
    for (int c = 0; c < nearest.length; c++) {
      nearest[c] = nearest(codes, c, codes, c);
    }
    return nearest;
  }

  private static double nearest(CodeStack points, int point, CodeStack codes, int except) {
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < codes.count(); c++) {
      if (c != except) {
        least = Math.min(least, squared(points, point, codes, c, least));
      }
    }
    return least;
  }

  /** The squared distance, or any number that is not below {@code limit}. */
  private static double squared(CodeStack a, int i, CodeStack b, int j, double limit) {
    float[] x = a.values();
    float[] y = b.values();
    int p = a.offset(i);
    int q = b.offset(j);
    double sum = 0;
    for (int k = 0; k < a.dimension() && sum < limit; k++) {
      double difference = x[p + k] - (double) y[q + k];
      sum += difference * difference;
    }
    return sum;
  }
}
