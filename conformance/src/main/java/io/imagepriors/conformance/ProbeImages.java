package io.imagepriors.conformance;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.Random;

/**
 * Images to try a plug-in with where the caller has none of its own: soft bright spots on a dark
 * ground under a little noise, values in (0, 1). The same shape gives the same images.
 */
public final class ProbeImages {
  /** The number of images where nobody says otherwise. */
  public static final int DEFAULT_COUNT = 4;

  private static final int SPOTS = 3;

  private ProbeImages() {}

  /** {@link #DEFAULT_COUNT} images of that shape. */
  public static ImageStack of(Shape shape) {
    return of(shape, DEFAULT_COUNT);
  }

  /** So many images of that shape, all different. */
  public static ImageStack of(Shape shape, int count) {
    ImageStack images = ImageStack.zeros(count, shape);
    Random random = new Random(1);
    for (int i = 0; i < count * shape.channels(); i++) {
      draw(images.pixels(), i * shape.height() * shape.width(), shape, random);
    }
    return images;
  }

  /**
   * Copies moved off the places where energies may have no derivative (flat areas, pure black and
   * white) into (0, 1).
   */
  static ImageStack moved(ImageStack images, Random random) {
    ImageStack moved = images.copy();
    float[] pixels = moved.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0.08f + 0.84f * pixels[i] + 0.04f * (float) (2 * random.nextDouble() - 1);
    }
    return moved;
  }

  /** A stack of that count and shape whose values are standard normal. */
  static ImageStack gaussian(int count, Shape shape, Random random) {
    ImageStack images = ImageStack.zeros(count, shape);
    for (int i = 0; i < images.pixels().length; i++) {
      images.pixels()[i] = (float) random.nextGaussian();
    }
    return images;
  }

  private static void draw(float[] pixels, int from, Shape shape, Random random) {
    int height = shape.height();
    int width = shape.width();
    double radius = Math.max(1, 0.15 * Math.min(height, width));
    double[] rows = random.doubles(SPOTS, 0.2 * height, 0.8 * height).toArray();
    double[] columns = random.doubles(SPOTS, 0.2 * width, 0.8 * width).toArray();
    for (int k = 0; k < height * width; k++) {
      int row = k / width;
      int column = k % width;
      double sum = 0;
      for (int s = 0; s < SPOTS; s++) {
        double dy = (row - rows[s]) / radius;
        double dx = (column - columns[s]) / radius;
        sum += Math.exp(-(dx * dx + dy * dy) / 2);
      }
      pixels[from + k] = (float) (0.05 + 0.85 * Math.min(1, sum) + 0.05 * random.nextDouble());
    }
  }
}
