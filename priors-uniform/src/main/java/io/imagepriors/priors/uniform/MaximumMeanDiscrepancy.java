package io.imagepriors.priors.uniform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.imagepriors.autoencoder.training.Batch;

/**
 * How far two samples of the cube are from being drawn from one law.
 *
 * <p>For points {@code a_1..a_n} and {@code b_1..b_n} of dimension {@code d},
 *
 * <pre>{@code
 * MMD² =   1/(n(n-1)) Σ_{i≠j} k(a_i, a_j)
 *        + 1/(n(n-1)) Σ_{i≠j} k(b_i, b_j)
 *        - 2/n² Σ_{i,j} k(a_i, b_j)
 *
 * k(a, b) = Σ_{s in {0.1, 0.4, 1.6}} C_s / (C_s + ||a - b||²),   C_s = s d / 6
 * }</pre>
 *
 * <p>the unbiased estimate (a U-statistic; Gretton et al., "A kernel two-sample test", 2012) of the
 * maximum mean discrepancy. Its mean is 0 for equal laws, so single values may be negative. {@code
 * d / 6} is the mean squared distance of two uniform points, so the scales {@code s} are relative
 * to it; the kernel's slow decay gives far codes a gradient, too (Tolstikhin et al., "Wasserstein
 * auto-encoders", 2018).
 *
 * <p>Numbers are arrays of the manager's here, for the reason given at {@link Batch#scalar}.
 */
final class MaximumMeanDiscrepancy {
  private static final float[] SCALES = {0.1f, 0.4f, 1.6f};

  private MaximumMeanDiscrepancy() {}

  /**
   * The estimate, differentiable in both arguments.
   *
   * @param a float32 [n, d], n at least 2
   * @param b of the same sides
   * @return a scalar
   */
  static NDArray between(NDArray a, NDArray b) {
    float n = a.getShape().get(0);
    // The sum over all pairs includes the n pairs of a point with itself, whose kernel is 1 per
    // scale whatever the point.
    float self = SCALES.length * n;
    NDManager manager = a.getManager();
    NDArray within =
        kernelSum(a, a)
            .add(kernelSum(b, b))
            .sub(manager.create(2 * self))
            .div(manager.create(n * (n - 1)));
    return within.sub(kernelSum(a, b).mul(manager.create(2 / (n * n))));
  }

  /** The kernel summed over all pairs, by {@code ||a - b||² = ||a||² + ||b||² - 2 a·b}. */
  private static NDArray kernelSum(NDArray a, NDArray b) {
    float dimension = a.getShape().get(1);
    NDManager manager = a.getManager();
    NDArray distances =
        squares(a)
            .reshape(-1, 1)
            .add(squares(b).reshape(1, -1))
            .sub(a.matMul(b.transpose()).mul(manager.create(2f)));
    NDArray sum = manager.create(0f);
    for (float scale : SCALES) {
      NDArray c = manager.create(scale * dimension / 6);
      sum = sum.add(c.div(distances.add(c)).sum());
    }
    return sum;
  }

  private static NDArray squares(NDArray points) {
    return points.square().sum(new int[] {1});
  }
}
