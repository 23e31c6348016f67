package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import java.util.random.RandomGenerator;

/**
 * Linear layers with ReLU between them, from the coordinates of one position to its value, with the
 * same weights for all positions. The coordinates enter as random Fourier features (Tancik et al.,
 * "Fourier features let networks learn high frequency functions in low dimensional domains", 2020).
 *
 * @param input the features of all positions, one row each
 * @param width of both hidden layers
 */
record Coordinates(Tensor input, int width) implements Generator {
  private static final int FREQUENCIES = 32;

  /** The deviation of the frequencies, in periods over a side of the image. */
  private static final double CYCLES = 2;

  static Coordinates of(int width, int height, int columns, RandomGenerator random) {
    // A signal of one dimension is as long as an image has pixels; its periods are as many longer.
    double across = height == 1 ? CYCLES * Math.sqrt(columns) / 2 : CYCLES;
    float[] down = Draws.gaussian(random, FREQUENCIES, CYCLES);
    float[] right = Draws.gaussian(random, FREQUENCIES, across);
    float[] features = new float[height * columns * 2 * FREQUENCIES];
    int k = 0;
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < columns; j++) {
        for (int f = 0; f < FREQUENCIES; f++) {
          double phase = 2 * Math.PI * (down[f] * i / height + right[f] * (double) j / columns);
          features[k++] = (float) Math.sin(phase);
          features[k++] = (float) Math.cos(phase);
        }
      }
    }
    return new Coordinates(
        new Tensor(features, new Shape((long) height * columns, 2 * FREQUENCIES)), width);
  }

  @Override
  public NDList initialWeights(NDManager manager, RandomGenerator random) {
    // Half of the squares of sines and cosines: the features' mean square is 1/2, not 1.
    double first = Math.sqrt(2) * Generator.he(2 * FREQUENCIES);
    return new NDList(
        Tensor.gaussian(random, first, width, 2 * FREQUENCIES).in(manager),
        manager.zeros(new Shape(width)),
        Tensor.gaussian(random, Generator.he(width), width, width).in(manager),
        manager.zeros(new Shape(width)),
        Tensor.gaussian(random, LAST_LAYER / Math.sqrt(width), 1, width).in(manager));
  }

  @Override
  public NDArray output(NDManager scope, NDList weights) {
    NDArray x = input.in(scope);
    for (int layer = 0; layer < 2; layer++) {
      NDArray weight = weights.get(2 * layer);
      NDArray bias = weights.get(2 * layer + 1);
      x = Activation.relu(Linear.linear(x, weight, bias).singletonOrThrow());
    }
    return Linear.linear(x, weights.get(4)).singletonOrThrow().reshape(-1);
  }
}
