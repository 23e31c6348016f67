package io.imagepriors.experiments;

import java.util.random.RandomGenerator;

/** Arrays of random numbers. */
final class Draws {
  private Draws() {}

  /** Independent Gaussian values of mean 0. */
  static float[] gaussian(RandomGenerator random, int count, double deviation) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  /** The numbers from 0 to {@code count - 1} in random order. */
  static int[] order(RandomGenerator random, int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
