package io.imagepriors.tasks.degradation;

import io.imagepriors.api.FileException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Reads a blur's kernel from a PNG picture: the grey of each pixel is its weight. */
final class KernelPicture {
  private static final int MOST_PIXELS_A_SIDE = 99;

  private KernelPicture() {}

  /**
   * The kernel, scaled to the sum 1.
   *
   * @throws FileException if the file can't be read, is no PNG, too large or all black
   */
  static Kernel read(Path file) {
    BufferedImage picture =
        PngPicture.read(
            file,
            "a kernel of at most " + MOST_PIXELS_A_SIDE + " pixels a side",
            (height, width) -> height <= MOST_PIXELS_A_SIDE && width <= MOST_PIXELS_A_SIDE);
    double[] weights = new double[picture.getHeight() * picture.getWidth()];
    double total = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = PngPicture.grey(picture, k / picture.getWidth(), k % picture.getWidth());
      total += weights[k];
    }
    if (total == 0) {
      throw FileException.unusable(file, "a kernel with a pixel that is not black", "none");
    }
    return Kernel.of(picture.getHeight(), picture.getWidth(), weights);
  }
}
