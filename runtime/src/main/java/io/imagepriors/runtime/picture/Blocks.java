package io.imagepriors.runtime.picture;

/** An image reduced by a whole factor: each pixel the mean colour of a square block. Immutable. */
final class Blocks {
  private static final int BELOW = 0x000000;

  private final ShownImage image;
  private final int step;

  private Blocks(ShownImage image, int step) {
    this.image = image;
    this.step = step;
  }

  static Blocks of(ShownImage image, int step) {
    return new Blocks(image, step);
  }

  int width() {
    return (image.width() + step - 1) / step;
  }

  int height() {
    return (image.height() + step - 1) / step;
  }

  /** Whether the block's first pixel is hidden by a mask; not outside the image. */
  boolean missing(int row, int column) {
    return row < height() && Colours.missing(image, row * step, column * step);
  }

  /** The block's mean colour, {@code 0xRRGGBB}; black below the image. */
  int rgb(int row, int column) {
    if (row >= height()) {
      return BELOW;
    }
    long red = 0;
    long green = 0;
    long blue = 0;
    int count = 0;
    for (int y = row * step; y < Math.min(image.height(), (row + 1) * step); y++) {
      for (int x = column * step; x < Math.min(image.width(), (column + 1) * step); x++) {
        int rgb = Colours.at(image, y, x);
        red += rgb >> 16 & 0xff;
        green += rgb >> 8 & 0xff;
        blue += rgb & 0xff;
        count++;
      }
    }
    return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
  }
}
