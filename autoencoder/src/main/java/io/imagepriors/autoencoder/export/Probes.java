package io.imagepriors.autoencoder.export;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.Random;

/**
 * Images, codes and directions on which a model is checked. Always the same: a black image, a
 * bright blot, noise, and faint noise.
 */
final class Probes {
  static final int COUNT = 4;

  private final Random random = new Random(20250101);
  private final Shape shape;

  Probes(Shape shape) {
    this.shape = shape;
  }

  ImageStack images() {
    ImageStack images = ImageStack.zeros(COUNT, shape);
    for (int i = 0; i < shape.size(); i++) {
      double row = (i / shape.width() % shape.height() + 0.5) / shape.height() - 0.5;
      double column = (i % shape.width() + 0.5) / shape.width() - 0.5;
      images.pixels()[images.offset(1) + i] = (float) Math.exp(-12 * (row * row + column * column));
      images.pixels()[images.offset(2) + i] = random.nextFloat();
      images.pixels()[images.offset(3) + i] = 0.2f * random.nextFloat();
    }
    return images;
  }

  CodeStack codes(int dimension) {
    CodeStack codes = CodeStack.zeros(COUNT, dimension);
    for (int i = 0; i < codes.values().length; i++) {
      codes.values()[i] = random.nextFloat();
    }
    return codes;
  }

  /** Normal deviates, of length 1 per image. */
  ImageStack cotangent() {
    ImageStack result = ImageStack.zeros(COUNT, shape);
    for (int i = 0; i < result.pixels().length; i++) {
      result.pixels()[i] = (float) (random.nextGaussian() / Math.sqrt(shape.size()));
    }
    return result;
  }
}
