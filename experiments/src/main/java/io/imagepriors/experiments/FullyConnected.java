package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import java.util.random.RandomGenerator;

/**
 * Linear layers with ReLU between them, from one random vector to all values of the signal at once.
 * The last layer is linear, without a bias; its rows are drawn alike and independently.
 *
 * @param input the fixed vector
 * @param width of both hidden layers
 * @param outputs the number of values of the signal
 */
record FullyConnected(Tensor input, int width, int outputs) implements Generator {
  private static final int INPUTS = 64;

  static FullyConnected of(int width, int outputs, RandomGenerator random) {
    float[] values = Draws.gaussian(random, INPUTS, 1);
    return new FullyConnected(new Tensor(values, new Shape(1, INPUTS)), width, outputs);
  }

  @Override
  public NDList initialWeights(NDManager manager, RandomGenerator random) {
    double last = LAST_LAYER / Math.sqrt(width);
    return new NDList(
        Tensor.gaussian(random, Generator.he(INPUTS), width, INPUTS).in(manager),
        manager.zeros(new Shape(width)),
        Tensor.gaussian(random, Generator.he(width), width, width).in(manager),
        manager.zeros(new Shape(width)),
        Tensor.gaussian(random, last, outputs, width).in(manager));
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
