package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.optimizer.Optimizer;
import java.util.random.RandomGenerator;

/** Fits a generator to {@code y = x + n} by {@code min ||G(w) - y||²} and watches it. */
final class Fit {
  private Fit() {}

  /**
   * Fits for a number of steps.
   *
   * @param x the clean signal
   * @param noise all zero to fit the signal itself
   */
  static Trace run(
      Torch torch,
      Generator generator,
      Optimizer optimizer,
      float[] x,
      float[] noise,
      int steps,
      RandomGenerator random) {
    float[] y = Vectors.sum(x, noise);
    Trace trace = new Trace(x, noise, steps);
    try (NDManager manager = torch.manager().newSubManager()) {
      NDList weights = generator.initialWeights(manager, random);
      Descent descent = new Descent(torch, weights, optimizer);
      for (int step = 0; step < steps; step++) {
        descent.step(
            (scope, aliases) -> {
              NDArray output = generator.output(scope, aliases);
              trace.add(output.toFloatArray());
              return output.sub(scope.create(y)).square().sum();
            });
      }
    }
    return trace;
  }
}
