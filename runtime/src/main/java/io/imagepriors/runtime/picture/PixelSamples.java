package io.imagepriors.runtime.picture;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * The numbers stored in a decoded picture. Grey is taken from the raster: {@link
 * BufferedImage#getRGB} takes stored grey for linear light and would brighten it.
 */
final class PixelSamples {
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  private final BufferedImage picture;
  private final Raster raster;
  private final boolean direct;
  private final float[] rgb = new float[3];

  private PixelSamples(BufferedImage picture) {
    this.picture = picture;
    this.raster = picture.getRaster();
    this.direct = picture.getColorModel() instanceof ComponentColorModel;
  }

  /** The picture as a stack of one grey or colour image of its size. */
  static ImageStack stack(BufferedImage picture, Shape shape) {
    PixelSamples samples = new PixelSamples(picture);
    ImageStack stack = ImageStack.zeros(1, shape);
    float[] pixels = stack.pixels();
    int plane = shape.height() * shape.width();
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < shape.width(); column++) {
        float[] colour = samples.at(column, row);
        int at = row * shape.width() + column;
        if (shape.channels() == 1) {
          pixels[at] = luma(colour);
        } else {
          for (int channel = 0; channel < 3; channel++) {
            pixels[channel * plane + at] = colour[channel];
          }
        }
      }
    }
    stack.clamp();
    return stack;
  }

  /** Whether the three channels of a colour image are the same. */
  static boolean isGrey(ImageStack colour) {
    float[] pixels = colour.pixels();
    int plane = pixels.length / 3;
    return Arrays.equals(pixels, 0, plane, pixels, plane, 2 * plane)
        && Arrays.equals(pixels, 0, plane, pixels, 2 * plane, 3 * plane);
  }

  private static float luma(float[] colour) {
    // Equal channels are grey as they are: the weights' rounding must not change stored values.
    return colour[0] == colour[1] && colour[1] == colour[2]
        ? colour[0]
        : RED * colour[0] + GREEN * colour[1] + BLUE * colour[2];
  }

  /** Red, green and blue in [0, 1], on black; valid until the next call. */
  private float[] at(int column, int row) {
    if (direct) {
      readBands(column, row);
    } else {
      readPacked(picture.getRGB(column, row));
    }
    return rgb;
  }

  private void readBands(int column, int row) {
    int bands = raster.getNumBands();
    boolean grey = bands < 3;
    float alpha = bands == 2 || bands == 4 ? sample(column, row, bands - 1) : 1;
    for (int channel = 0; channel < 3; channel++) {
      rgb[channel] = alpha * sample(column, row, grey ? 0 : channel);
    }
  }

  private float sample(int column, int row, int band) {
    int bits = raster.getSampleModel().getSampleSize(band);
    return (float) (raster.getSample(column, row, band) / (double) ((1L << bits) - 1));
  }

  private void readPacked(int argb) {
    float alpha = (argb >>> 24) / 255f;
    rgb[0] = alpha * (argb >> 16 & 0xff) / 255f;
    rgb[1] = alpha * (argb >> 8 & 0xff) / 255f;
    rgb[2] = alpha * (argb & 0xff) / 255f;
  }
}
