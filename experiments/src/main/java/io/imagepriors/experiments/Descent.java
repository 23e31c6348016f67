package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;

/** Lowers a loss, step by step, over weights that it changes in place. */
final class Descent {
  /** A loss; its arrays belong to the scope, which ends with the step. */
  interface Loss {
    /** A scalar. Uses no operator on Java numbers: the backward pass would read freed memory. */
    NDArray of(NDManager scope, NDList weights);
  }

  private final Torch torch;
  private final NDList weights;
  private final Optimizer optimizer;

  Descent(Torch torch, NDList weights, Optimizer optimizer) {
    this.torch = torch;
    this.weights = weights;
    this.optimizer = optimizer;
  }

  /** Takes one step and returns the loss before it. */
  double step(Loss loss) {
    try (NDManager scope = torch.manager().newSubManager()) {
      NDList aliases = aliases(scope);
      double value;
      try (GradientCollector collector = torch.newGradientCollector()) {
        NDArray result = loss.of(scope, aliases);
        value = result.toType(DataType.FLOAT64, true).getDouble();
        collector.backward(result);
      }
      for (int i = 0; i < weights.size(); i++) {
        NDArray gradient = aliases.get(i).getGradient();
        gradient.attach(scope);
        optimizer.update(String.valueOf(i), weights.get(i), gradient);
      }
      return value;
    }
  }

  /** Fresh arrays over the weights' memory; they alone collect gradients, and end with the step. */
  private NDList aliases(NDManager scope) {
    NDList aliases = new NDList(weights.size());
    for (NDArray weight : weights) {
      NDArray alias = weight.stopGradient();
      alias.attach(scope);
      alias.setRequiresGradient(true);
      aliases.add(alias);
    }
    return aliases;
  }
}
