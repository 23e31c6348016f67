package io.imagepriors.runtime.report;

import io.imagepriors.api.ImageStack;
import io.imagepriors.runtime.evaluation.Degraded;
import io.imagepriors.runtime.evaluation.Result;
import io.imagepriors.runtime.picture.ContactSheet;
import io.imagepriors.runtime.picture.ShownImage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The first images of one degradation: clean, degraded, and what each combination made of them. */
final class Sheets {

  /** A row of pictures. */
  record Strip(String label, List<ShownImage> images) {}

  private Sheets() {}

  /**
   * The rows for one degradation; a result whose images were not kept has none.
   *
   * @param results of one degradation, at least one
   * @param columns the number of images, fewer if there are fewer
   */
  static List<Strip> strips(List<Result> results, int columns) {
    Degraded degraded = results.get(0).degraded();
    int count = Math.min(Math.min(columns, Result.SHOWN), degraded.clean().count());
    List<Strip> strips = new ArrayList<>();
    strips.add(strip("clean", degraded.clean(), count, Optional.empty()));
    strips.add(strip("degraded", degraded.baseline(), count, tint(degraded)));
    for (Result result : results) {
      result
          .restored()
          .ifPresent(
              images -> strips.add(strip(result.row().method(), images, count, Optional.empty())));
    }
    return strips;
  }

  /** What the degraded images show without having measured it is tinted; 0 marks it. */
  static Optional<ImageStack> tint(Degraded degraded) {
    return degraded.model().measured().filter(m -> m.shape().equals(degraded.baseline().shape()));
  }

  /** The rows as one picture. */
  static BufferedImage sheet(List<Strip> strips) {
    ContactSheet sheet = new ContactSheet();
    strips.forEach(strip -> sheet.row(strip.label(), strip.images()));
    return sheet.draw();
  }

  private static Strip strip(
      String label, ImageStack images, int count, Optional<ImageStack> mask) {
    return new Strip(
        label, IntStream.range(0, count).mapToObj(i -> new ShownImage(images, i, mask)).toList());
  }
}
