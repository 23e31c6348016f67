package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.autoencoder.data.Seeds;
import io.imagepriors.autoencoder.training.Adam.Moments;
import io.imagepriors.autoencoder.training.LearnedModel.FlatValues;

/** Single steps down the gradient of a loss. What a step does depends on its number alone. */
final class Descent {
  private final TorchSession torch;
  private final Task task;
  private final LearnedModel model;
  private final Adam adam;
  private final OneCycle cycle;
  private final BatchBuffer buffer;
  private int[] order = {};
  private long epochOfOrder = -1;

  /** Goes on from the given numbers. */
  Descent(TorchSession torch, Task task, FlatValues values, Moments moments) {
    this.torch = torch;
    this.task = task;
    this.model = new LearnedModel(torch.manager(), task.learner().weightDims(), values);
    this.adam = Adam.of(moments);
    this.cycle = new OneCycle(task.settings().learningRate(), task.totalSteps());
    this.buffer = new BatchBuffer(task.images(), task.settings().batch());
  }

  LearnedModel model() {
    return model;
  }

  /** Copies of the optimiser's present state. */
  Moments moments() {
    return adam.moments();
  }

  /**
   * Takes one step.
   *
   * @param number of the step, from 0
   * @return the loss before it
   * @throws InvalidInputException if the loss is no longer finite
   */
  double step(long number) {
    shuffleFor(number / task.stepsPerEpoch());
    try (NDManager scope = torch.manager().newSubManager()) {
      Forward forward = model.forward(scope, true);
      double value;
      try (GradientCollector collector = torch.engine().newGradientCollector()) {
        NDArray result = task.learner().loss(forward, batch(scope, number));
        value = HeldOut.value(result);
        requireFinite(value, number);
        collector.backward(result);
      }
      model.descend(forward, scope, adam, cycle.rate(number), number);
      return value;
    }
  }

  private void shuffleFor(long epoch) {
    if (epoch != epochOfOrder) {
      order = task.images().learned();
      Seeds.shuffle(order, task.seeds().of(Seeds.Purpose.SHUFFLE, epoch));
      epochOfOrder = epoch;
    }
  }

  private Examples batch(NDManager scope, long number) {
    int batch = task.settings().batch();
    int from = (int) (number % task.stepsPerEpoch()) * batch;
    Augmentation augmentation =
        task.learner().augmentation(task.seeds().of(Seeds.Purpose.AUGMENTATION, number));
    return new Examples(
        buffer.fill(scope, order, from, from + batch, augmentation),
        task.images().labels(order, from, from + batch),
        task.seeds().of(Seeds.Purpose.OBJECTIVE, number));
  }

  private void requireFinite(double value, long number) {
    if (!Double.isFinite(value)) {
      throw InvalidInputException.of(
          "parameter '" + Settings.LEARNING_RATE + "'",
          "be small enough for the loss to stay finite",
          Settings.LEARNING_RATE.format(task.settings().learningRate())
              + " (lost at step "
              + number
              + ")");
    }
  }
}
