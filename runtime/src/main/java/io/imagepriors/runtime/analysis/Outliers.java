package io.imagepriors.runtime.analysis;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/** Images that are none of the class, made from images of the class. Stateless. */
final class Outliers {
  private static final int BLOCKS = 4;

  private Outliers() {}

  /**
   * All kinds, each of as many images as are given.
   *
   * @param images of the class
   * @param seed decides whatever is random
   */
  static List<ImageSet> of(ImageStack images, long seed) {
    return List.of(
        new ImageSet("uniform noise", noise(images, Draws.of(seed, "noise"))),
        new ImageSet("inverted", inverted(images)),
        new ImageSet("upside down", upsideDown(images)),
        new ImageSet("shuffled blocks", shuffled(images, Draws.of(seed, "blocks"))),
        new ImageSet("averages of two", averages(images, Draws.of(seed, "averages"))));
  }

  /** Every value drawn from [0, 1). */
  static ImageStack noise(ImageStack like, RandomGenerator random) {
    ImageStack noise = like.like();
    for (int i = 0; i < noise.pixels().length; i++) {
      noise.pixels()[i] = random.nextFloat();
    }
    return noise;
  }

  /** {@code 1 - x}. */
  static ImageStack inverted(ImageStack images) {
    ImageStack inverted = images.copy();
    for (int i = 0; i < inverted.pixels().length; i++) {
      inverted.pixels()[i] = 1 - inverted.pixels()[i];
    }
    return inverted;
  }

  /** The last row first. */
  static ImageStack upsideDown(ImageStack images) {
    ImageStack turned = images.like();
    int width = images.shape().width();
    int height = images.shape().height();
    int rows = images.pixels().length / width;
    for (int row = 0; row < rows; row++) {
      int other = row - row % height + height - 1 - row % height;
      System.arraycopy(images.pixels(), row * width, turned.pixels(), other * width, width);
    }
    return turned;
  }

  /** Cut into 4 by 4 blocks, put together in random order; rows and columns left over stay. */
  static ImageStack shuffled(ImageStack images, RandomGenerator random) {
    ImageStack shuffled = images.copy();
    for (int i = 0; i < images.count(); i++) {
      int[] order = permutation(BLOCKS * BLOCKS, random);
      for (int block = 0; block < order.length; block++) {
        move(images, shuffled, i, order[block], block);
      }
    }
    return shuffled;
  }

  private static void move(ImageStack from, ImageStack to, int image, int source, int target) {
    Shape shape = from.shape();
    int height = shape.height() / BLOCKS;
    int width = shape.width() / BLOCKS;
    for (int c = 0; c < shape.channels(); c++) {
      for (int row = 0; row < height; row++) {
        int plane = from.offset(image) + c * shape.height() * shape.width();
        System.arraycopy(
            from.pixels(),
            plane + corner(shape, source) + row * shape.width(),
            to.pixels(),
            plane + corner(shape, target) + row * shape.width(),
            width);
      }
    }
  }

  private static int corner(Shape shape, int block) {
    int row = block / BLOCKS * (shape.height() / BLOCKS);
    return row * shape.width() + block % BLOCKS * (shape.width() / BLOCKS);
  }

  /** The mean of each image and another one. */
  static ImageStack averages(ImageStack images, RandomGenerator random) {
    ImageStack averages = images.like();
    int count = images.count();
    for (int i = 0; i < count; i++) {
      int other = count == 1 ? 0 : (i + 1 + random.nextInt(count - 1)) % count;
      for (int k = 0; k < images.shape().size(); k++) {
        float own = images.pixels()[images.offset(i) + k];
        float others = images.pixels()[images.offset(other) + k];
        averages.pixels()[images.offset(i) + k] = (own + others) / 2;
      }
    }
    return averages;
  }

  private static int[] permutation(int size, RandomGenerator random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
