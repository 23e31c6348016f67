package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;

/**
 * Minimises {@code ||A(x)-y||²/2 + w TV(x)} over images in [0, 1] by the primal-dual method of
 * Condat (doi:10.1007/s10957-012-0245-9), which is that of Chambolle and Pock
 * (doi:10.1007/s10851-010-0251-1) with the data term taken by its gradient:
 *
 * <pre>{@code
 * x' = clamp(x - t (Aᵀ(A x - y) + Dᵀ p)),   p' = cut(p + s D(2 x' - x), w)
 * }</pre>
 *
 * It converges for {@code 1/t >= ||A||²/2 + s ||D||²}. No image of the stack has an influence on
 * another, so those that have settled can be left out. Keeps its buffers.
 */
final class PrimalDual {
  private final TotalVariation variation;
  private final Steps steps;
  private final ImageStack x;
  private final ImageStack across;
  private final ImageStack down;
  private final ImageStack before;
  private final ImageStack ahead;

  /**
   * The weight and the sizes of steps.
   *
   * @param weight {@code w}
   * @param primal {@code t}
   * @param dual {@code s}
   */
  record Steps(double weight, double primal, double dual) {
    /**
     * The dual field is as large as {@code w} where pixels are as large as 1. This multiple of it
     * was among the quickest for noise, masks, blurs and projections alike.
     */
    private static final double BALANCE = 3;

    /** The steps that converge for an operator of a norm; where that is 0, nothing moves. */
    static Steps of(double weight, double squaredNorm) {
      double dual = BALANCE * weight;
      double slowness = squaredNorm / 2 + dual * TotalVariation.SQUARED_NORM;
      return new Steps(weight, slowness > 0 ? 1 / slowness : 0, dual);
    }
  }

  /** Starts at images, which are copied, and at {@code p = 0}. */
  PrimalDual(ImageStack start, Steps steps) {
    this(start.copy(), start.like(), start.like(), steps);
  }

  private PrimalDual(ImageStack x, ImageStack across, ImageStack down, Steps steps) {
    this.variation = new TotalVariation(x.shape());
    this.steps = steps;
    this.x = x;
    this.across = across;
    this.down = down;
    this.before = x.like();
    this.ahead = x.like();
  }

  /** The images where they are now; live. */
  ImageStack images() {
    return x;
  }

  /** A copy that goes on with the images at some indices alone. */
  PrimalDual keep(int... indices) {
    return new PrimalDual(x.gather(indices), across.gather(indices), down.gather(indices), steps);
  }

  /**
   * Takes a step.
   *
   * @param likelihood {@code ||A(x)-y||²/(2 variance)}
   * @param values overwritten with the objective before the step, over the variance
   * @return the images before the step, in a buffer that the next call overwrites
   */
  ImageStack step(Energy likelihood, double variance, double[] values) {
    likelihood.valueAndGradient(x, values, before);
    for (int i = 0; i < x.count(); i++) {
      values[i] += steps.weight() / variance * variation.value(x, i);
    }
    variation.adjoint(across, down, ahead);
    descend((float) variance);
    variation.ascend(ahead, (float) steps.dual(), (float) steps.weight(), across, down);
    return before;
  }

  /** Moves {@code x} to {@code x'}, and leaves {@code x} and {@code 2 x' - x} in the buffers. */
  private void descend(float variance) {
    float t = (float) steps.primal();
    for (int k = 0; k < x.pixels().length; k++) {
      float from = x.pixels()[k];
      float slope = variance * before.pixels()[k] + ahead.pixels()[k];
      float to = Math.max(0f, Math.min(1f, from - t * slope));
      before.pixels()[k] = from;
      ahead.pixels()[k] = 2 * to - from;
      x.pixels()[k] = to;
    }
  }
}
