package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Shape;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Reads which pixels are missing from a PNG picture: those darker than middle grey. */
final class MaskPicture {
  private static final int MIDDLE_GREY = 128;

  private MaskPicture() {}

  /**
   * The grid of missing pixels, row by row.
   *
   * @throws io.imagepriors.api.FileException if the file can't be read, is no PNG or has another
   *     size than the images
   */
  static boolean[] missing(Path file, Shape shape) {
    BufferedImage picture = read(file, shape);
    boolean[] missing = new boolean[shape.height() * shape.width()];
    for (int k = 0; k < missing.length; k++) {
      missing[k] = PngPicture.grey(picture, k / shape.width(), k % shape.width()) < MIDDLE_GREY;
    }
    return missing;
  }

  private static BufferedImage read(Path file, Shape shape) {
    return PngPicture.read(
        file,
        "a mask of " + shape.height() + "x" + shape.width() + " pixels",
        (height, width) -> height == shape.height() && width == shape.width());
  }
}
