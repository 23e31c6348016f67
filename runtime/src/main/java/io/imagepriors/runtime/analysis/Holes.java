package io.imagepriors.runtime.analysis;

import io.imagepriors.api.CodeStack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The parts of the cube that codes leave empty. A point is in a hole if it is farther from its
 * nearest code than 99% of uniform points are from the nearest of as many uniform codes; so 1% of
 * uniform points would be in holes of codes that are truly uniform. Training writes the same
 * measure into a model file; here it is averaged over rounds until 10,000 points have been drawn,
 * since a test split may be small. Immutable.
 */
final class Holes {
  private static final double LEVEL = 0.99;
  private static final int POINTS = 10_000;
  private static final int MOST_ROUNDS = 200;

  private final CodeStack codes;
  private final double limit;
  private final double share;

  private Holes(CodeStack codes, double limit, double share) {
    this.codes = codes;
    this.limit = limit;
    this.share = share;
  }

  /** Measures codes, with 10,000 random points or a little more. */
  static Holes among(CodeStack codes, RandomGenerator random) {
    return among(codes, Math.max(1, (POINTS + codes.count() - 1) / codes.count()), random);
  }

  /** Measures codes in rounds of as many random points as there are codes. */
  static Holes among(CodeStack codes, int rounds, RandomGenerator random) {
    int count = codes.count();
    double limits = 0;
    long found = 0;
    for (int round = 0; round < rounds; round++) {
      CodeStack uniformCodes = Draws.uniform(count, codes.dimension(), random);
      CodeStack points = Draws.uniform(count, codes.dimension(), random);
      double[] usual = NearestCode.ofPoints(points, uniformCodes);
      Arrays.sort(usual);
      double limit = usual[Math.min(count - 1, (int) (LEVEL * count))];
      double[] nearest = NearestCode.ofPoints(points, codes);
      found += Arrays.stream(nearest).filter(distance -> distance > limit).count();
      limits += limit;
    }
    return new Holes(codes, limits / rounds, (double) found / rounds / count);
  }

  /** The share of uniform points that are in holes, in [0, 1]. */
  double share() {
    return share;
  }

  /**
   * Uniform points in holes, found by drawing.
   *
   * @param wanted how many; there are fewer where holes are too rare, none where that finds none
   */
  Optional<CodeStack> points(int wanted, RandomGenerator random) {
    List<float[]> found = new ArrayList<>();
    for (int round = 0; round < MOST_ROUNDS && found.size() < wanted; round++) {
      CodeStack points = Draws.uniform(wanted, codes.dimension(), random);
      double[] nearest = NearestCode.ofPoints(points, codes);
      for (int p = 0; p < wanted && found.size() < wanted; p++) {
        if (nearest[p] > limit) {
          found.add(points.code(p));
        }
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(stack(found));
  }

  private CodeStack stack(List<float[]> points) {
    CodeStack stack = CodeStack.zeros(points.size(), codes.dimension());
    for (int p = 0; p < points.size(); p++) {
      System.arraycopy(points.get(p), 0, stack.values(), stack.offset(p), codes.dimension());
    }
    return stack;
  }
}
