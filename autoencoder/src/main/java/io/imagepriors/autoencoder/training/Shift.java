package io.imagepriors.autoencoder.training;

import io.imagepriors.api.Shape;
import java.util.random.RandomGenerator;

/**
 * Moves each image by a random number of pixels, up or down and to one side; what comes in at an
 * edge is what was at that edge.
 *
 * @param shape the images' shape
 * @param most pixels, in each direction; every number up to that is as probable
 * @param random where the numbers come from
 */
record Shift(Shape shape, int most, RandomGenerator random) implements Augmentation {

  @Override
  public float[] of(float[] pixels) {
    int down = random.nextInt(-most, most + 1);
    int right = random.nextInt(-most, most + 1);
    float[] moved = new float[pixels.length];
    int rows = shape.height();
    int columns = shape.width();
    for (int i = 0; i < moved.length; i++) {
      int row = Math.max(0, Math.min(i / columns % rows - down, rows - 1));
      int column = Math.max(0, Math.min(i % columns - right, columns - 1));
      int channel = i / (rows * columns);
      moved[i] = pixels[(channel * rows + row) * columns + column];
    }
    return moved;
  }
}
