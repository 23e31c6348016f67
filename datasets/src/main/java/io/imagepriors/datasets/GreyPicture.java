package io.imagepriors.datasets;

import io.imagepriors.api.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.nio.file.Path;

/**
 * A decoded picture as grey values in [0, 1]. Grey files give their values as they stand. Of
 * colours the luma {@code 0.299 R + 0.587 G + 0.114 B} of ITU-R BT.601 is taken, on the values as
 * stored (sRGB, without linearising), which is what most tools call grey. What is transparent shows
 * white paper behind it. A camera's note on how to turn the picture is not followed. For one
 * thread.
 */
final class GreyPicture {
  private final BufferedImage image;

  private GreyPicture(BufferedImage image) {
    this.image = image;
  }

  /** Decodes a file; see {@link PictureFile#decode} for errors. */
  static GreyPicture open(Path file) {
    return new GreyPicture(PictureFile.decode(file));
  }

  /** A picture already decoded. */
  static GreyPicture of(BufferedImage image) {
    return new GreyPicture(image);
  }

  /** The picture resized to a grey shape. */
  float[] resized(Shape shape) {
    Resampling columns = Resampling.of(image.getWidth(), shape.width());
    Resampling rows = Resampling.of(image.getHeight(), shape.height());
    float[] result = new float[shape.size()];
    float[] line = new float[image.getWidth()];
    float[] resized = new float[shape.width()];
    for (int y = 0; y < shape.height(); y++) {
      float[] weights = rows.weights(y);
      for (int k = 0; k < weights.length; k++) {
        readRow(rows.first(y) + k, line);
        columns.apply(line, resized);
        for (int x = 0; x < resized.length; x++) {
          result[y * resized.length + x] += weights[k] * resized[x];
        }
      }
    }
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.min(result[i], 1f); // weights add up to 1 only up to rounding
    }
    return result;
  }

  private void readRow(int y, float[] line) {
    ColorModel colours = image.getColorModel();
    if (colours.getNumColorComponents() == 1) {
      readGrey(y, colours, line);
    } else {
      readColours(y, line);
    }
  }

  /** Takes the stored values; {@code getRGB} would pass grey through a gamma curve. */
  private void readGrey(int y, ColorModel colours, float[] line) {
    Raster raster = image.getRaster();
    float white = (1 << colours.getComponentSize(0)) - 1;
    raster.getSamples(0, y, line.length, 1, 0, line);
    float[] alpha = new float[colours.hasAlpha() ? line.length : 0];
    if (colours.hasAlpha()) {
      raster.getSamples(0, y, line.length, 1, 1, alpha);
    }
    for (int x = 0; x < line.length; x++) {
      float opacity = alpha.length == 0 ? 1 : alpha[x] / white;
      line[x] = onWhite(line[x] / white, opacity);
    }
  }

  private void readColours(int y, float[] line) {
    int[] argb = image.getRGB(0, y, line.length, 1, null, 0, line.length);
    for (int x = 0; x < line.length; x++) {
      int pixel = argb[x];
      float luma =
          (299 * (pixel >> 16 & 0xff) + 587 * (pixel >> 8 & 0xff) + 114 * (pixel & 0xff))
              / 255_000f;
      line[x] = onWhite(luma, (pixel >>> 24) / 255f);
    }
  }

  private static float onWhite(float grey, float opacity) {
    return opacity * grey + (1 - opacity);
  }
}
