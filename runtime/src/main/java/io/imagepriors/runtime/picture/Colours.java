package io.imagepriors.runtime.picture;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/**
 * The colours of one image as it is shown: its own, and a tint of its own for pixels that a mask
 * hides, so that "missing" is not mistaken for black.
 */
final class Colours {
  private static final int MISSING = 0x3f5f9f;

  private Colours() {}

  /** Red, green and blue of a pixel in one number, {@code 0xRRGGBB}. */
  static int at(ShownImage image, int row, int column) {
    ImageStack stack = image.stack();
    Shape shape = stack.shape();
    int plane = shape.height() * shape.width();
    int pixel = row * shape.width() + column;
    if (missing(image, row, column)) {
      return MISSING;
    }
    int at = stack.offset(image.index()) + pixel;
    int red = PictureWriter.level(stack.pixels()[at]);
    if (shape.channels() < 3) {
      return red << 16 | red << 8 | red;
    }
    int green = PictureWriter.level(stack.pixels()[at + plane]);
    int blue = PictureWriter.level(stack.pixels()[at + 2 * plane]);
    return red << 16 | green << 8 | blue;
  }

  /** Whether a mask hides the pixel in all channels. */
  static boolean missing(ShownImage image, int row, int column) {
    return image.observed().filter(mask -> hidden(mask, row * image.width() + column)).isPresent();
  }

  private static boolean hidden(ImageStack observed, int pixel) {
    int plane = observed.shape().height() * observed.shape().width();
    for (int channel = 0; channel < observed.shape().channels(); channel++) {
      if (observed.pixels()[channel * plane + pixel] != 0f) {
        return false;
      }
    }
    return true;
  }
}
