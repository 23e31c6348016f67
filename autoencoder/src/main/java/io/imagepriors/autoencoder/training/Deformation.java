package io.imagepriors.autoencoder.training;

import io.imagepriors.api.Shape;
import java.util.random.RandomGenerator;

/**
 * Turns, shears and stretches each image a little, about its centre: pixel {@code p} of the result
 * is the image at {@code centre + (I + R) (p - centre)}, the four entries of {@code R} uniform in
 * {@code [-most, most]}. Between pixels the image is the cubic of Catmull and Rom, which keeps
 * edges sharp, cut off at 0 and 1; beyond an edge it is what is at that edge.
 *
 * @param shape the images' shape
 * @param most in [0, 1)
 * @param random where the numbers come from
 */
record Deformation(Shape shape, double most, RandomGenerator random) implements Augmentation {
  private static final int TAPS = 4;

  @Override
  public float[] of(float[] pixels) {
    double[] map = new double[4];
    for (int i = 0; i < map.length; i++) {
      map[i] = (i % 3 == 0 ? 1 : 0) + random.nextDouble(-most, most);
    }
    double middleRow = (shape.height() - 1) / 2.0;
    double middleColumn = (shape.width() - 1) / 2.0;
    Sampling sampling = new Sampling(shape);
    float[] deformed = new float[pixels.length];
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < shape.width(); column++) {
        double down = row - middleRow;
        double right = column - middleColumn;
        sampling.at(
            middleRow + map[0] * down + map[1] * right,
            middleColumn + map[2] * down + map[3] * right);
        for (int channel = 0; channel < shape.channels(); channel++) {
          deformed[sampling.index(channel, row, column)] = sampling.of(pixels, channel);
        }
      }
    }
    return deformed;
  }

  /** Rows and columns around one place, and how much each counts there. */
  private static final class Sampling {
    private final Shape shape;
    private final int[] rows = new int[TAPS];
    private final int[] columns = new int[TAPS];
    private final double[] rowWeights = new double[TAPS];
    private final double[] columnWeights = new double[TAPS];

    Sampling(Shape shape) {
      this.shape = shape;
    }

    void at(double row, double column) {
      place(row, shape.height(), rows, rowWeights);
      place(column, shape.width(), columns, columnWeights);
    }

    private static void place(double at, int size, int[] places, double[] weights) {
      int floor = (int) Math.floor(at);
      for (int i = 0; i < TAPS; i++) {
        places[i] = Math.max(0, Math.min(floor - 1 + i, size - 1));
      }
      double t = at - floor;
      weights[0] = ((2 - t) * t - 1) * t / 2;
      weights[1] = ((3 * t - 5) * t * t + 2) / 2;
      weights[2] = ((4 - 3 * t) * t + 1) * t / 2;
      weights[3] = (t - 1) * t * t / 2;
    }

    float of(float[] pixels, int channel) {
      double sum = 0;
      for (int i = 0; i < TAPS; i++) {
        double line = 0;
        for (int j = 0; j < TAPS; j++) {
          line += columnWeights[j] * pixels[index(channel, rows[i], columns[j])];
        }
        sum += rowWeights[i] * line;
      }
      return (float) Math.max(0, Math.min(sum, 1));
    }

    int index(int channel, int row, int column) {
      return (channel * shape.height() + row) * shape.width() + column;
    }
  }
}
