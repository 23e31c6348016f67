package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.imagepriors.autoencoder.data.Seeds;

/** Measures a model on the images held back. Normalisation uses its running statistics. */
final class HeldOut {
  private final Task task;
  private final int[] indices;
  private final int chunks;
  private final BatchBuffer buffer;

  HeldOut(Task task) {
    this.task = task;
    this.indices = task.images().heldOut();
    this.chunks = Math.max(1, indices.length / task.settings().batch());
    this.buffer = new BatchBuffer(task.images(), (indices.length + chunks - 1) / chunks);
  }

  /** Looks at the images held back, as one model sees them. */
  interface Pass {

    /** The number of images. */
    int count();

    /** Goes through all of them, in batches. */
    void forEach(Visitor visitor);
  }

  /** Looks at one batch. */
  interface Visitor {

    /**
     * Looks.
     *
     * @param forward the model's computation
     * @param first the place of the batch's first image among all those held back
     */
    void visit(Forward forward, Examples batch, int first);
  }

  /**
   * The mean loss of a model; the same random numbers are drawn each time, so that losses compare.
   */
  double loss(NDManager manager, LearnedModel model) {
    double[] sum = new double[1];
    pass(manager, model)
        .forEach(
            (forward, batch, first) ->
                sum[0] += batch.labels().length * value(task.learner().loss(forward, batch)));
    return sum[0] / indices.length;
  }

  /** All images, as a model sees them. */
  Pass pass(NDManager manager, LearnedModel model) {
    return new Pass() {
      @Override
      public int count() {
        return indices.length;
      }

      @Override
      public void forEach(Visitor visitor) {
        for (int chunk = 0; chunk < chunks; chunk++) {
          visitChunk(manager, model, chunk, visitor);
        }
      }
    };
  }

  private void visitChunk(NDManager manager, LearnedModel model, int chunk, Visitor visitor) {
    int from = (int) ((long) indices.length * chunk / chunks);
    int to = (int) ((long) indices.length * (chunk + 1) / chunks);
    try (NDManager scope = manager.newSubManager()) {
      Forward forward = model.forward(scope, false);
      Examples batch =
          new Examples(
              buffer.fill(scope, indices, from, to, Augmentation.none()),
              task.images().labels(indices, from, to),
              task.seeds().of(Seeds.Purpose.HELD_OUT_OBJECTIVE, chunk));
      visitor.visit(forward, batch, from);
    }
  }

  /** A scalar of any float type as a Java number. */
  static double value(NDArray scalar) {
    return scalar.toType(DataType.FLOAT64, false).getDouble();
  }
}
