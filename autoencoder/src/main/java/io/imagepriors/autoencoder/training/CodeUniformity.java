package io.imagepriors.autoencoder.training;

import io.imagepriors.api.CodeStack;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How uniformly codes fill the cube.
 *
 * @param ks the Kolmogorov-Smirnov distance of a coordinate's values from the uniform law, {@code
 *     max_t |F(t) - t|}, averaged over the coordinates
 * @param holes the share of uniform points that are farther from their nearest code than 99% of
 *     uniform points are from the nearest of as many uniform codes; 0.01 is ideal
 */
record CodeUniformity(double ks, double holes) {
  private static final double LEVEL = 0.99;

  /** More codes would cost time with the square of their number. */
  private static final int MOST = 10_000;

  /** Measures codes, with as many random points. */
  static CodeUniformity of(CodeStack codes, RandomGenerator random) {
    int count = Math.min(codes.count(), MOST);
    double[] some = new double[count * codes.dimension()];
    for (int i = 0; i < some.length; i++) {
      some[i] = codes.values()[i];
    }
    double[] uniformCodes = uniform(some.length, random);
    double[] points = uniform(some.length, random);
    double[] usual = nearest(points, uniformCodes, codes.dimension());
    Arrays.sort(usual);
    double limit = usual[Math.min(count - 1, (int) (LEVEL * count))];
    double[] found = nearest(points, some, codes.dimension());
    long holes = Arrays.stream(found).filter(distance -> distance > limit).count();
    return new CodeUniformity(meanKs(some, codes.dimension()), (double) holes / count);
  }

  private static double[] uniform(int length, RandomGenerator random) {
    return random.doubles(length).toArray();
  }

  /** The squared distance of each point to its nearest code. */
  private static double[] nearest(double[] points, double[] codes, int dimension) {
    double[] nearest = new double[points.length / dimension];
    for (int p = 0; p < nearest.length; p++) {
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < codes.length; c += dimension) {
        least = Math.min(least, squaredDistance(points, p * dimension, codes, c, dimension));
      }
      nearest[p] = least;
    }
    return nearest;
  }

  private static double squaredDistance(double[] a, int i, double[] b, int j, int dimension) {
    double sum = 0;
    for (int k = 0; k < dimension; k++) {
      double difference = a[i + k] - b[j + k];
      sum += difference * difference;
    }
    return sum;
  }

  private static double meanKs(double[] codes, int dimension) {
    int count = codes.length / dimension;
    double sum = 0;
    for (int k = 0; k < dimension; k++) {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = codes[i * dimension + k];
      }
      Arrays.sort(values);
      sum += ks(values);
    }
    return sum / dimension;
  }

  private static double ks(double[] sorted) {
    double most = 0;
    for (int i = 0; i < sorted.length; i++) {
      double below = sorted[i] - (double) i / sorted.length;
      double above = (double) (i + 1) / sorted.length - sorted[i];
      most = Math.max(most, Math.max(below, above));
    }
    return most;
  }
}
