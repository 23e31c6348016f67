package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.metric.PairedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two results on the same degraded images, image by image, each image's figures being means over
 * the seeds. Pairing removes what all methods share, an image being easy or hard, so a small
 * difference can be told from chance.
 *
 * @param first one result
 * @param second another, on the same images
 * @param difference second minus first in dB: of the missing pixels where there are some, else of
 *     all
 */
public record Comparison(Result first, Result second, PairedDifference difference) {

  /**
   * Compares two results.
   *
   * @throws InvalidInputException if they are not of the same degraded images, or of fewer than two
   */
  public static Comparison of(Result first, Result second) {
    if (!first.degraded().equals(second.degraded())) {
      throw InvalidInputException.of(
          "results to compare", "be of the same degraded images", second.row().degradation());
    }
    Figure judged = first.after().judged();
    return new Comparison(
        first,
        second,
        PairedDifference.of(second.after().values(judged), first.after().values(judged)));
  }

  /**
   * Every prior with every later one that the same restorer used against the same degradation; none
   * if there are fewer than two images.
   */
  public static List<Comparison> ofPriors(List<Result> results) {
    List<Comparison> all = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      for (int k = i + 1; k < results.size(); k++) {
        if (differInPrior(results.get(i).row(), results.get(k).row())) {
          all.add(of(results.get(i), results.get(k)));
        }
      }
    }
    return all;
  }

  private static boolean differInPrior(Row a, Row b) {
    return a.count() > 1
        && a.degradation().equals(b.degradation())
        && a.restorer().equals(b.restorer())
        && a.prior().isPresent()
        && b.prior().isPresent()
        && !a.prior().equals(Optional.of(b.prior().get()));
  }

  /** Whether the difference is more than chance: its 95% confidence interval excludes zero. */
  public boolean clear() {
    return difference.excludesZero();
  }
}
