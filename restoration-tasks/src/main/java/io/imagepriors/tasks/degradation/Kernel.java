package io.imagepriors.tasks.degradation;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What a single bright pixel turns into: a grid of weights with the sum 1 around the place {@code
 * (height / 2, width / 2)}, whole division. Immutable.
 */
final class Kernel {
  private final int height;
  private final int width;
  private final float[] weights;

  private Kernel(int height, int width, float[] weights) {
    this.height = height;
    this.width = width;
    this.weights = weights;
  }

  /**
   * A kernel of weights row by row, scaled to the sum 1.
   *
   * @param weights not negative, at least one above 0; only read
   */
  static Kernel of(int height, int width, double[] weights) {
    double total = DoubleStream.of(weights).sum();
    float[] scaled = new float[weights.length];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = (float) (weights[k] / total);
    }
    return new Kernel(height, width, scaled);
  }

  /**
   * The trace of a point that moves along a straight line, the middle of which is the kernel's: a
   * pixel's weight is the share of the line that lies in its square. A horizontal line of 7 pixels
   * gives seven weights of 1/7.
   *
   * @param length of the line in pixels; above 0
   * @param degrees its angle, anticlockwise from the horizontal
   */
  static Kernel motion(double length, double degrees) {
    double down = -Math.sin(Math.toRadians(degrees));
    double right = Math.cos(Math.toRadians(degrees));
    int radius = (int) Math.ceil(length / 2);
    int side = 2 * radius + 1;
    double[] weights = new double[side * side];
    double[] cuts =
        DoubleStream.concat(
                DoubleStream.of(-length / 2, length / 2),
                DoubleStream.concat(crossings(length, down), crossings(length, right)))
            .sorted()
            .toArray();
    for (int i = 1; i < cuts.length; i++) {
      double middle = (cuts[i - 1] + cuts[i]) / 2;
      int row = radius + (int) Math.rint(middle * down);
      int column = radius + (int) Math.rint(middle * right);
      weights[row * side + column] += cuts[i] - cuts[i - 1];
    }
    return of(side, side, weights);
  }

  /** Where on a line through the origin a coordinate that grows by {@code slope} leaves a pixel. */
  private static DoubleStream crossings(double length, double slope) {
    int most = (int) Math.ceil(length / 2 * Math.abs(slope));
    return Arrays.stream(new int[][] {{-1}, {1}})
        .flatMapToDouble(
            sign ->
                DoubleStream.iterate(0.5, edge -> edge < most, edge -> edge + 1)
                    .map(edge -> sign[0] * edge / Math.abs(slope)))
        .filter(t -> Math.abs(t) < length / 2);
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** The weight of a pixel. */
  float weight(int row, int column) {
    return weights[row * width + column];
  }
}
