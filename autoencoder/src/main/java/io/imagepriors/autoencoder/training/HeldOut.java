package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.imagepriors.api.CodeStack;
import io.imagepriors.autoencoder.network.Autoencoder;

/** Measures a model on the images held back. Normalisation uses its running statistics. */
final class HeldOut {
  private final Task task;
  private final int[] indices;
  private final int chunks;
  private final BatchBuffer buffer;

  /**
   * What was measured.
   *
   * @param loss the objective's mean
   * @param error mean squared error per value
   * @param codes of all images held back
   */
  record Score(double loss, double error, CodeStack codes) {}

  HeldOut(Task task) {
    this.task = task;
    this.indices = task.images().heldOut();
    this.chunks = Math.max(1, indices.length / task.settings().batch());
    this.buffer = new BatchBuffer(task.images(), (indices.length + chunks - 1) / chunks);
  }

  /** Scores a model; the same random numbers are drawn each time, so that scores compare. */
  Score score(NDManager manager, LearnedModel model) {
    CodeStack codes = CodeStack.zeros(indices.length, model.network().dimension());
    double lossSum = 0;
    double errorSum = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      int from = (int) ((long) indices.length * chunk / chunks);
      int to = (int) ((long) indices.length * (chunk + 1) / chunks);
      try (NDManager scope = manager.newSubManager()) {
        Batch batch = run(scope, model, from, to, chunk);
        lossSum += (to - from) * value(task.loss().of(batch));
        errorSum += (to - from) * value(batch.squaredError());
        float[] values = batch.codes().toFloatArray();
        System.arraycopy(values, 0, codes.values(), codes.offset(from), values.length);
      }
    }
    double count = indices.length;
    return new Score(lossSum / count, errorSum / count / task.images().shape().size(), codes);
  }

  private Batch run(NDManager scope, LearnedModel model, int from, int to, int chunk) {
    Autoencoder network = model.network();
    NDArray weights = model.weights().stopGradient();
    weights.attach(scope);
    Forward forward = model.forward(weights, false);
    NDArray x = buffer.fill(scope, indices, from, to);
    NDArray codes = forward.run(network.encoder(), x);
    NDArray reconstruction = forward.run(network.decoder(), codes);
    return new Batch(
        x, codes, reconstruction, task.seeds().of(Seeds.Purpose.HELD_OUT_OBJECTIVE, chunk));
  }

  /** A scalar of any float type as a Java number. */
  static double value(NDArray scalar) {
    return scalar.toType(DataType.FLOAT64, false).getDouble();
  }
}
