package io.imagepriors.priors.uniform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.imagepriors.autoencoder.training.Batch;

/**
 * How far each coordinate of a sample is from being uniform in [0, 1], summed over coordinates.
 *
 * <p>For one coordinate with values {@code s_1 <= ... <= s_n} it is the energy distance (Székely
 * and Rizzo, 2013) from the uniform law itself, no sample of it:
 *
 * <pre>{@code
 * 2 E|s - U| - E|s - s'| - E|U - U'|
 *   = 2/n Σ_i (s_i² - s_i + 1/2)  -  2/(n(n-1)) Σ_i (2i - n - 1) s_i  -  1/3
 * }</pre>
 *
 * <p>which is twice the integral of {@code (F(t) - t)²}, F the law's distribution function, without
 * the bias of a sample. Its mean is 0 for uniform coordinates, so single values may be negative.
 *
 * <p>Numbers are arrays of the manager's here, for the reason given at {@link Batch#scalar}.
 */
final class MarginalDistance {

  private MarginalDistance() {}

  /**
   * The distance, differentiable.
   *
   * @param codes float32 [n, d] in the cube, n at least 2
   * @return a scalar
   */
  static NDArray of(NDArray codes) {
    NDManager manager = codes.getManager();
    int n = Math.toIntExact(codes.getShape().get(0));
    float dimension = codes.getShape().get(1);
    NDArray toUniform =
        codes.square().sub(codes).sum().mul(manager.create(2f / n)).add(manager.create(dimension));
    NDArray among = codes.sort(0).mul(manager.create(ranks(n), new Shape(n, 1))).sum();
    return toUniform.sub(among).sub(manager.create(dimension / 3));
  }

  private static float[] ranks(int n) {
    float[] weights = new float[n];
    for (int i = 0; i < n; i++) {
      weights[i] = (float) (2.0 * (2 * i - n + 1) / ((double) n * (n - 1)));
    }
    return weights;
  }
}
