package io.imagepriors.runtime.picture;

import java.awt.image.BufferedImage;
import java.util.List;

/** Images side by side in one small picture with white gaps, for a page that enlarges it itself. */
public final class Strip {
  private static final int GAP = 2;
  private static final int WHITE = 0xffffff;

  private Strip() {}

  /**
   * Draws images of one shape.
   *
   * @param images at least one
   */
  public static BufferedImage draw(List<ShownImage> images) {
    int width = images.get(0).width();
    int height = images.get(0).height();
    BufferedImage strip =
        new BufferedImage(images.size() * (width + GAP) - GAP, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < images.size(); i++) {
      gap(strip, i * (width + GAP) - GAP);
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          int rgb = Colours.at(images.get(i), row, column);
          strip.setRGB(i * (width + GAP) + column, row, rgb);
        }
      }
    }
    return strip;
  }

  /** Before each image but the first. */
  private static void gap(BufferedImage strip, int from) {
    for (int column = Math.max(0, from); column < from + GAP; column++) {
      for (int row = 0; row < strip.getHeight(); row++) {
        strip.setRGB(column, row, WHITE);
      }
    }
  }
}
