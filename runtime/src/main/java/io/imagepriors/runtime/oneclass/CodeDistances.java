package io.imagepriors.runtime.oneclass;

import io.imagepriors.api.CodeStack;
import java.util.Arrays;

/** Mean Euclidean distances to the nearest codes, by comparing all pairs. Stateless. */
final class CodeDistances {
  private CodeDistances() {}

  /** Of each point to its {@code k} nearest codes, or to all where there are fewer. */
  static double[] ofPoints(CodeStack points, CodeStack codes, int k) {
    double[] means = new double[points.count()];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(points, i, codes, -1, k);
    }
    return means;
  }

  /** Of each code to its {@code k} nearest others; at least two codes. */
  static double[] ofCodes(CodeStack codes, int k) {
    double[] means = new double[codes.count()];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(codes, i, codes, i, k);
    }
    return means;
  }

  private static double mean(CodeStack points, int point, CodeStack codes, int except, int k) {
    int others = except < 0 ? codes.count() : codes.count() - 1;
    double[] nearest = new double[Math.min(k, others)];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int c = 0; c < codes.count(); c++) {
      if (c != except) {
        insert(squared(points, point, codes, c), nearest);
      }
    }
    return Arrays.stream(nearest).map(Math::sqrt).average().orElseThrow();
  }

  /** Puts a value into its place among ascending ones, of which the largest falls out. */
  private static void insert(double value, double[] ascending) {
    int place = ascending.length - 1;
    if (value >= ascending[place]) {
      return;
    }
    while (place > 0 && ascending[place - 1] > value) {
      ascending[place] = ascending[place - 1];
      place--;
    }
    ascending[place] = value;
  }

  private static double squared(CodeStack a, int i, CodeStack b, int j) {
    int p = a.offset(i);
    int q = b.offset(j);
    double sum = 0;
    for (int k = 0; k < a.dimension(); k++) {
      double difference = a.values()[p + k] - (double) b.values()[q + k];
      sum += difference * difference;
    }
    return sum;
  }
}
