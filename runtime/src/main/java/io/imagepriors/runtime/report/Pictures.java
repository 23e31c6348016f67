package io.imagepriors.runtime.report;

import io.imagepriors.api.ImageStack;
import io.imagepriors.runtime.picture.ShownImage;
import io.imagepriors.runtime.picture.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Images of a stack as rows of small pictures within a page. */
final class Pictures {
  private Pictures() {}

  /** One row of the first images, at most {@code most} of them. */
  static String strip(ImageStack images, int most) {
    return row(images, 0, Math.min(most, images.count()));
  }

  /** All images, in rows of {@code columns}. */
  static List<String> strips(ImageStack images, int columns) {
    List<String> rows = new ArrayList<>();
    for (int from = 0; from < images.count(); from += columns) {
      rows.add(row(images, from, Math.min(from + columns, images.count())));
    }
    return rows;
  }

  private static String row(ImageStack images, int from, int to) {
    return Page.source(
        Strip.draw(IntStream.range(from, to).mapToObj(i -> ShownImage.of(images, i)).toList()));
  }
}
