package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.random.RandomGenerator;

/**
 * A network with a fixed input whose weights are fitted to one signal: the generator of a deep
 * image prior (Ulyanov, Vedaldi, Lempitsky, "Deep image prior", 2018).
 */
interface Generator {

  /** The factor that makes the last layer's weights, and so the first output, small. */
  double LAST_LAYER = 0.1;

  /** Weights to start from, owned by the manager. */
  NDList initialWeights(NDManager manager, RandomGenerator random);

  /** The generated signal, one value per position, [height * width]. */
  NDArray output(NDManager scope, NDList weights);

  /** He's deviation for a layer with rectified outputs. */
  static double he(int inputs) {
    return Math.sqrt(2.0 / inputs);
  }
}
