package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;

/** A differentiable loss of one batch, written in DJL's operators. */
@FunctionalInterface
public interface Loss {

  /**
   * The loss of a batch, differentiable in its reconstruction and codes.
   *
   * @param batch what went in and what came out; arrays made on the way belong to the manager of
   *     its codes, which frees them after the step
   * @return a scalar
   */
  NDArray of(Batch batch);
}
