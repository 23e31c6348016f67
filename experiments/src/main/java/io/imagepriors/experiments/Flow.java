package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.random.RandomGenerator;

/**
 * A map {@code f} of the plane whose density is {@code p(x) = N(f(x); 0, I) |det f'(x)|}. Works in
 * the weights' precision.
 */
interface Flow {
  /** The dimension of the plane. */
  int DIMENSION = 2;

  /** Weights to start from, float32, owned by the manager. */
  NDList initialWeights(NDManager manager, RandomGenerator random);

  /** Maps points, [n, 2]. The result belongs to the scope. */
  Mapped map(NDManager scope, NDArray x, NDList weights);

  /** The points that {@link #map} takes to {@code z}. */
  NDArray invert(NDManager scope, NDArray z, NDList weights);

  /**
   * Where points went.
   *
   * @param z their images, [n, 2]
   * @param logDeterminant {@code log |det f'(x)|}, [n]
   */
  record Mapped(NDArray z, NDArray logDeterminant) {

    /** {@code log p(x)} up to the constant {@code -log 2π}, [n]. */
    NDArray logDensity(NDManager scope) {
      NDArray half = number(scope, z, 0.5);
      return logDeterminant.sub(z.square().sum(new int[] {1}).mul(half));
    }
  }

  /** A number in another array's precision that lives as long as the scope. */
  static NDArray number(NDManager scope, NDArray like, double value) {
    return scope.create(value).toType(like.getDataType(), false);
  }
}
