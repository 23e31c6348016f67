package io.imagepriors.autoencoder.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * All randomness of a training. Each purpose and step has a generator of its own, derived from the
 * one seed, so that a training that goes on from a checkpoint needs no saved generator.
 *
 * @param seed the user's
 */
public record Seeds(long seed) {

  /** What a generator is for. */
  public enum Purpose {
    INITIALISATION,
    HELD_OUT,
    SHUFFLE,
    AUGMENTATION,
    OBJECTIVE,
    HELD_OUT_OBJECTIVE,
    QUALITY
  }

  /** The generator of one purpose and step. */
  public RandomGenerator of(Purpose purpose, long step) {
    long mixed = new SplittableRandom(seed).nextLong();
    mixed = new SplittableRandom(mixed + purpose.name().hashCode()).nextLong();
    return new SplittableRandom(mixed + step);
  }

  /** Puts indices in random order (Fisher and Yates). */
  public static void shuffle(int[] indices, RandomGenerator random) {
    for (int i = indices.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = indices[i];
      indices[i] = indices[j];
      indices[j] = swapped;
    }
  }
}
