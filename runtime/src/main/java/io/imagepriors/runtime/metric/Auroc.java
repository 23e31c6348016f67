package io.imagepriors.runtime.metric;

import io.imagepriors.api.InvalidInputException;
import java.util.Arrays;

/**
 * The area under the receiver operating characteristic: the probability that a random outlier
 * scores higher than a random member of the class, a tie counting one half (Hanley and McNeil, "The
 * meaning and use of the area under a receiver operating characteristic curve", 1982). 1 parts them
 * fully, 1/2 is chance. Stateless.
 */
public final class Auroc {
  private Auroc() {}

  /**
   * The area: the share of pairs of one outlier and one member that the outlier wins.
   *
   * @param members scores of the class, {@code n} of them, expected to be low
   * @param outliers scores of the others, {@code m} of them, expected to be high
   * @throws InvalidInputException if either is empty or a score is not a number
   */
  public static double of(double[] members, double[] outliers) {
    double[] low = sorted("scores of the class", members);
    double[] high = sorted("scores of outliers", outliers);
    double wins = 0;
    int below = 0;
    int notAbove = 0;
    for (double score : high) {
      while (below < low.length && low[below] < score) {
        below++;
      }
      notAbove = Math.max(notAbove, below);
      while (notAbove < low.length && low[notAbove] <= score) {
        notAbove++;
      }
      wins += below + (notAbove - below) / 2.0;
    }
    return wins / low.length / high.length;
  }

  private static double[] sorted(String subject, double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
      throw InvalidInputException.of(
          subject, "be numbers, at least one", sorted.length == 0 ? "none" : "NaN");
    }
    return sorted;
  }
}
