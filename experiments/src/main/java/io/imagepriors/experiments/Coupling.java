package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Affine coupling layers (Dinh, Sohl-Dickstein, Bengio, "Density estimation using Real NVP", 2017):
 * each leaves one coordinate {@code a} as it is and takes the other to {@code b exp(s(a)) + t(a)},
 * in turns. {@code (s, t)} is a network with two hidden layers that is never inverted; its last
 * layer starts at zero, so the flow starts as the identity.
 *
 * @param layers the number of couplings
 * @param width of the hidden layers
 * @param activation of the hidden layers, free of any condition
 */
record Coupling(int layers, int width, UnaryOperator<NDArray> activation) implements Flow {
  private static final int WEIGHTS_PER_LAYER = 6;

  @Override
  public NDList initialWeights(NDManager manager, RandomGenerator random) {
    NDList weights = new NDList();
    for (int layer = 0; layer < layers; layer++) {
      weights.add(Tensor.gaussian(random, 1, width, 1).in(manager));
      weights.add(Tensor.gaussian(random, 1, width).in(manager));
      weights.add(Tensor.gaussian(random, Generator.he(width), width, width).in(manager));
      weights.add(manager.zeros(new Shape(width)));
      weights.add(manager.zeros(new Shape(2, width)));
      weights.add(manager.zeros(new Shape(2)));
    }
    return weights;
  }

  @Override
  public Mapped map(NDManager scope, NDArray x, NDList weights) {
    NDArray[] coordinates = {column(x, 0), column(x, 1)};
    NDArray logDeterminant = Flow.number(scope, x, 0);
    for (int layer = 0; layer < layers; layer++) {
      int moved = layer % DIMENSION;
      NDArray parts = network(layer, coordinates[1 - moved], weights);
      NDArray s = column(parts, 0).tanh();
      coordinates[moved] = coordinates[moved].mul(s.exp()).add(column(parts, 1));
      logDeterminant = s.add(logDeterminant);
    }
    return new Mapped(coordinates[0].concat(coordinates[1], 1), logDeterminant.reshape(-1));
  }

  @Override
  public NDArray invert(NDManager scope, NDArray z, NDList weights) {
    NDArray[] coordinates = {column(z, 0), column(z, 1)};
    for (int layer = layers - 1; layer >= 0; layer--) {
      int moved = layer % DIMENSION;
      NDArray parts = network(layer, coordinates[1 - moved], weights);
      NDArray s = column(parts, 0).tanh();
      coordinates[moved] = coordinates[moved].sub(column(parts, 1)).mul(s.neg().exp());
    }
    return coordinates[0].concat(coordinates[1], 1);
  }

  private NDArray network(int layer, NDArray input, NDList weights) {
    int first = layer * WEIGHTS_PER_LAYER;
    NDArray h = activation.apply(linear(input, weights, first));
    h = activation.apply(linear(h, weights, first + 2));
    return linear(h, weights, first + 4);
  }

  private static NDArray linear(NDArray x, NDList weights, int at) {
    return Linear.linear(x, weights.get(at), weights.get(at + 1)).singletonOrThrow();
  }

  private static NDArray column(NDArray points, int index) {
    return points.get(":," + index + ":" + (index + 1));
  }
}
