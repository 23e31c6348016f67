package io.imagepriors.runtime.picture;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Images side by side in one small picture with transparent gaps, for a page that enlarges it
 * itself.
 */
public final class Strip {
  private static final int GAP = 2;
  private static final int OPAQUE = 0xff000000;

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
        new BufferedImage(images.size() * (width + GAP) - GAP, height, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < images.size(); i++) {
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          int rgb = OPAQUE | Colours.at(images.get(i), row, column);
          strip.setRGB(i * (width + GAP) + column, row, rgb);
        }
      }
    }
    return strip;
  }
}
