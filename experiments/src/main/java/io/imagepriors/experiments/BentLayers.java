package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/**
 * A plain network as a flow: affine maps {@code x A + c} with activations between them that are
 * themselves layers of the flow. {@code log |det|} is the sum of {@code log |det A|} and of the
 * logarithms of the activations' slopes.
 *
 * @param layers the number of affine maps
 * @param bend the activation
 */
record BentLayers(int layers, Bend bend) implements Flow {

  @Override
  public NDList initialWeights(NDManager manager, RandomGenerator random) {
    NDList weights = new NDList();
    for (int layer = 0; layer < layers; layer++) {
      NDArray identity = manager.eye(DIMENSION);
      weights.add(identity.add(Tensor.gaussian(random, 0.3, DIMENSION, DIMENSION).in(manager)));
      weights.add(manager.zeros(new Shape(DIMENSION)));
    }
    return weights;
  }

  @Override
  public Mapped map(NDManager scope, NDArray x, NDList weights) {
    NDArray z = x;
    NDArray logDeterminant = Flow.number(scope, x, 0);
    for (int layer = 0; layer < layers; layer++) {
      if (layer > 0) {
        logDeterminant = bend.logSlope(scope, z).sum(new int[] {1}).add(logDeterminant);
        z = bend.apply(scope, z);
      }
      NDArray matrix = weights.get(2 * layer);
      z = z.matMul(matrix).add(weights.get(2 * layer + 1));
      logDeterminant = determinant(matrix).abs().log().add(logDeterminant);
    }
    return new Mapped(z, logDeterminant);
  }

  @Override
  public NDArray invert(NDManager scope, NDArray z, NDList weights) {
    NDArray x = z;
    for (int layer = layers - 1; layer >= 0; layer--) {
      x = x.sub(weights.get(2 * layer + 1)).matMul(weights.get(2 * layer).inverse());
      if (layer > 0) {
        x = bend.invert(scope, x);
      }
    }
    return x;
  }

  private static NDArray determinant(NDArray matrix) {
    NDArray diagonal = matrix.get(0, 0).mul(matrix.get(1, 1));
    return diagonal.sub(matrix.get(0, 1).mul(matrix.get(1, 0)));
  }
}
