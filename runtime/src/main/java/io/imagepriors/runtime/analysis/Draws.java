package io.imagepriors.runtime.analysis;

import io.imagepriors.api.CodeStack;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random numbers of an analysis. Each purpose has a stream of its own, so none shifts another. */
public final class Draws {
  private static final long SPREAD = 0x2545F4914F6CDD1DL;

  private Draws() {}

  /** The stream for one purpose, the same for the same seed. */
  static RandomGenerator of(long seed, String purpose) {
    return new SplittableRandom(seed * SPREAD + purpose.hashCode());
  }

  /** Codes drawn uniformly from the cube. */
  public static CodeStack uniform(int count, int dimension, RandomGenerator random) {
    CodeStack codes = CodeStack.zeros(count, dimension);
    float[] values = codes.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return codes;
  }

  /** {@code count} of {@code all} places, evenly spread: datasets may be ordered by class. */
  static int[] spread(int count, int all) {
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = (int) ((long) i * all / count);
    }
    return places;
  }
}
