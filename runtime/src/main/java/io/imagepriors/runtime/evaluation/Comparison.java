package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.metric.Mean;
import io.imagepriors.runtime.metric.Psnr;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two results on the same degraded images, image by image. Pairing removes what all methods share,
 * an image being easy or hard, so a small difference can be told from chance.
 *
 * @param first one result
 * @param second another, on the same images
 * @param difference second minus first in dB: of the missing pixels where there are some, else of
 *     all
 */
public record Comparison(Result first, Result second, Mean difference) {
  private static final double CLEAR = 2;

  /** With fewer images a spread by chance too small would pass for certainty. */
  private static final int ENOUGH = 10;

  /**
   * Compares two results.
   *
   * @throws InvalidInputException if they are not of the same degraded images
   */
  public static Comparison of(Result first, Result second) {
    Degraded images = first.degraded();
    if (!images.equals(second.degraded())) {
      throw InvalidInputException.of(
          "results to compare", "be of the same degraded images", second.row().degradation());
    }
    double[] differences =
        IntStream.range(0, images.clean().count())
            .mapToDouble(i -> judged(second, i) - judged(first, i))
            .toArray();
    return new Comparison(first, second, Mean.of(differences));
  }

  /** Whether the difference, over ten images or more, is beyond twice its standard error. */
  public boolean clear() {
    return difference.count() >= ENOUGH
        && Math.abs(difference.value()) > CLEAR * difference.error();
  }

  private static double judged(Result result, int index) {
    Degraded images = result.degraded();
    Optional<ImageStack> mask = images.model().observed();
    return mask.isPresent()
        ? Psnr.ofMissing(result.restored(), images.clean(), index, mask.get())
        : Psnr.of(result.restored(), images.clean(), index);
  }
}
