package io.imagepriors.tasks;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.SplittableRandom;

/** Random images and what is measured on them. */
public final class Checks {
  private Checks() {}

  /** Uniform random values in [0, 1). */
  public static ImageStack uniform(int count, Shape shape, long seed) {
    ImageStack images = ImageStack.zeros(count, shape);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < images.pixels().length; k++) {
      images.pixels()[k] = random.nextFloat();
    }
    return images;
  }

  /** The inner product over a whole stack. */
  public static double dot(ImageStack a, ImageStack b) {
    double sum = 0;
    for (int k = 0; k < a.pixels().length; k++) {
      sum += (double) a.pixels()[k] * b.pixels()[k];
    }
    return sum;
  }

  /** The mean squared difference over a whole stack. */
  public static double meanSquare(ImageStack a, ImageStack b) {
    double sum = 0;
    for (int k = 0; k < a.pixels().length; k++) {
      double difference = a.pixels()[k] - b.pixels()[k];
      sum += difference * difference;
    }
    return sum / a.pixels().length;
  }

  /** {@code x + step direction}, as a new stack. */
  public static ImageStack moved(ImageStack x, ImageStack direction, double step) {
    ImageStack result = x.copy();
    for (int k = 0; k < result.pixels().length; k++) {
      result.pixels()[k] += (float) (step * direction.pixels()[k]);
    }
    return result;
  }
}
