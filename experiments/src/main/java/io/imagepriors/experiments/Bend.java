package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;

/** An increasing activation, of slope {@code s} far below 0 and of slope 1 far above. */
enum Bend {
  /** LeakyReLU: {@code max(z, s z)}. */
  SHARP {
    @Override
    NDArray apply(NDManager scope, NDArray z) {
      return z.maximum(z.mul(slope(scope, z)));
    }

    @Override
    NDArray logSlope(NDManager scope, NDArray z) {
      NDArray negative = z.lt(Flow.number(scope, z, 0)).toType(z.getDataType(), true);
      return negative.mul(slope(scope, z).log());
    }

    @Override
    NDArray invert(NDManager scope, NDArray z) {
      return z.minimum(z.div(slope(scope, z)));
    }
  },

  /** {@code s z + (1 - s) log(1 + exp z)}: the same without the kink. */
  ROUND {
    @Override
    NDArray apply(NDManager scope, NDArray z) {
      NDArray s = slope(scope, z);
      return z.mul(s).add(Activation.softPlus(z).mul(s.neg().add(Flow.number(scope, z, 1))));
    }

    @Override
    NDArray logSlope(NDManager scope, NDArray z) {
      NDArray s = slope(scope, z);
      NDArray rest = s.neg().add(Flow.number(scope, z, 1));
      return Activation.sigmoid(z).mul(rest).add(s).log();
    }

    /** By Newton's method, which converges from anywhere: the function is convex. */
    @Override
    NDArray invert(NDManager scope, NDArray z) {
      NDArray x = z;
      for (int i = 0; i < NEWTON_STEPS; i++) {
        x = x.sub(apply(scope, x).sub(z).div(logSlope(scope, x).exp()));
      }
      return x;
    }
  };

  /** {@code s}. */
  static final double SLOPE = 0.2;

  private static final int NEWTON_STEPS = 30;

  /** The activation of each value. */
  abstract NDArray apply(NDManager scope, NDArray z);

  /** The logarithm of its derivative at each value. */
  abstract NDArray logSlope(NDManager scope, NDArray z);

  /** What {@link #apply} takes to {@code z}. */
  abstract NDArray invert(NDManager scope, NDArray z);

  private static NDArray slope(NDManager scope, NDArray z) {
    return Flow.number(scope, z, SLOPE);
  }
}
