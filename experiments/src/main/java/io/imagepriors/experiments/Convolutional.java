package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import java.util.random.RandomGenerator;

/**
 * Convolutions over 3 (or 3 x 3) neighbours with ReLU and nearest-neighbour upsampling between
 * them, from fixed random maps of a quarter of the signal's sides.
 *
 * @param input the fixed maps
 * @param channels of every hidden layer
 * @param height of the signal; 1 if it has one dimension
 */
record Convolutional(Tensor input, int channels, int height) implements Generator {
  private static final int UPSAMPLINGS = 2;
  private static final int HIDDEN = UPSAMPLINGS + 1;

  static Convolutional of(int channels, int height, int width, RandomGenerator random) {
    int shrink = 1 << UPSAMPLINGS;
    int rows = height == 1 ? 1 : height / shrink;
    Tensor input = Tensor.gaussian(random, 1, 1, channels, rows, width / shrink);
    return new Convolutional(input, channels, height);
  }

  @Override
  public NDList initialWeights(NDManager manager, RandomGenerator random) {
    int rows = kernelRows();
    double hidden = Generator.he(channels * rows * 3);
    NDList weights = new NDList();
    for (int layer = 0; layer < HIDDEN; layer++) {
      weights.add(Tensor.gaussian(random, hidden, channels, channels, rows, 3).in(manager));
      weights.add(manager.zeros(new Shape(channels)));
    }
    double last = LAST_LAYER / Math.sqrt(channels);
    weights.add(Tensor.gaussian(random, last, 1, channels, 1, 1).in(manager));
    weights.add(manager.zeros(new Shape(1)));
    return weights;
  }

  @Override
  public NDArray output(NDManager scope, NDList weights) {
    NDArray x = input.in(scope);
    Shape padding = new Shape(kernelRows() / 2, 1);
    for (int layer = 0; layer < HIDDEN; layer++) {
      x = Activation.relu(convolve(x, weights, layer, padding));
      if (layer < UPSAMPLINGS) {
        x = upsample(x);
      }
    }
    return convolve(x, weights, HIDDEN, new Shape(0, 0)).reshape(-1);
  }

  private int kernelRows() {
    return height == 1 ? 1 : 3;
  }

  private NDArray upsample(NDArray x) {
    NDArray wide = x.repeat(3, 2);
    return height == 1 ? wide : wide.repeat(2, 2);
  }

  private static NDArray convolve(NDArray x, NDList weights, int layer, Shape padding) {
    Shape one = new Shape(1, 1);
    NDArray weight = weights.get(2 * layer);
    NDArray bias = weights.get(2 * layer + 1);
    return Conv2d.conv2d(x, weight, bias, one, padding, one, 1).singletonOrThrow();
  }
}
