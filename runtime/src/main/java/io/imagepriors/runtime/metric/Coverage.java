package io.imagepriors.runtime.metric;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Whether the truth lies among a posterior's draws as a further draw would. If it does, its rank
 * among {@code n} draws is uniform over the {@code n + 1} places (Talts et al., arXiv:1804.06788),
 * and {@code p = (rank + U) / (n + 1)} is uniform in [0, 1) for a uniform {@code U}. A central
 * interval of level {@code c} covers the truth where {@code |p - 1/2| <= c / 2}: exactly a share
 * {@code c} of all truths, for any number of draws.
 *
 * <p>Values in the same of 256 grey levels count as equal, since the truth is known no better, and
 * ties are broken at random. Collects values; used by one thread.
 */
public final class Coverage {
  private static final double LEVELS = 255;

  private final double[] nominal;
  private final long[] covered;
  private final RandomGenerator random;
  private long count;
  private double squaredErrors;
  private double variances;

  /**
   * @param nominal levels of intervals, in (0, 1)
   * @param seed of the random numbers that break ties
   */
  public Coverage(double[] nominal, long seed) {
    this.nominal = nominal.clone();
    this.covered = new long[nominal.length];
    this.random = new SplittableRandom(seed);
  }

  /**
   * Adds a pixel.
   *
   * @param truth its value, in [0, 1]
   * @param draws what it may be, in [0, 1]
   * @param mean what it was restored to
   * @param deviation how far from there it is said to be
   */
  public void add(double truth, double[] draws, double mean, double deviation) {
    long level = Math.round(truth * LEVELS);
    int below = 0;
    int equal = 0;
    for (double draw : draws) {
      long other = Math.round(draw * LEVELS);
      below += other < level ? 1 : 0;
      equal += other == level ? 1 : 0;
    }
    // Among equal draws each of the places between them is as likely.
    double p = (below + random.nextDouble() * (equal + 1)) / (draws.length + 1);
    for (int k = 0; k < nominal.length; k++) {
      covered[k] += Math.abs(p - 0.5) <= nominal[k] / 2 ? 1 : 0;
    }
    squaredErrors += (truth - mean) * (truth - mean);
    variances += deviation * deviation;
    count++;
  }

  /** The number of pixels. */
  public long count() {
    return count;
  }

  /** The share of pixels inside the interval of level number {@code index}; NaN without pixels. */
  public double covered(int index) {
    return (double) covered[index] / count;
  }

  /** The root of the mean squared error of what was restored. */
  public double error() {
    return Math.sqrt(squaredErrors / count);
  }

  /** The root of the mean variance that was foretold; near {@link #error()} if it was right. */
  public double deviation() {
    return Math.sqrt(variances / count);
  }
}
