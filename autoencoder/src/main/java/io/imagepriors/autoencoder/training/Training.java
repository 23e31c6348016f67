package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDManager;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Progress;
import io.imagepriors.autoencoder.data.Seeds;
import io.imagepriors.autoencoder.training.Adam.Moments;
import io.imagepriors.autoencoder.training.LearnedModel.FlatValues;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One training, from its start or a checkpoint to its end: epochs, checkpoints, the best model.
 * Used once, on one thread.
 */
final class Training {
  private static final long CHECKPOINT_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** The share of the past in the loss that is shown. */
  private static final double SMOOTHING = 0.95;

  private final TorchSession torch;
  private final Task task;
  private final Monitor monitor;
  private final HeldOut heldOut;
  private final Descent descent;

  private long step;
  private double shownLoss = Double.NaN;
  private BestModel best;
  private long lastCheckpoint = System.nanoTime();

  Training(TorchSession torch, Task task, Optional<Checkpoint> checkpoint, Monitor monitor) {
    this.torch = torch;
    this.task = task;
    this.monitor = monitor;
    this.heldOut = new HeldOut(task);
    FlatValues values = checkpoint.map(Checkpoint::model).orElseGet(() -> initial(task));
    Moments moments =
        checkpoint.map(Checkpoint::moments).orElseGet(() -> Moments.zero(values.weights().length));
    this.descent = new Descent(torch, task, values, moments);
    this.step = checkpoint.map(Checkpoint::step).orElse(0L);
    this.best = checkpoint.map(Checkpoint::best).orElseGet(() -> BestModel.none(values));
  }

  private static FlatValues initial(Task task) {
    return FlatValues.initial(
        task.learner().weightDims(), task.seeds().of(Seeds.Purpose.INITIALISATION, 0));
  }

  /** Trains to the end, or until the monitor says stop. */
  Outcome run() {
    if (step == 0) {
      save(); // a full disk shows now, not after the first minutes
    }
    while (step < task.totalSteps()) {
      takeStep();
      if (!monitor.proceed(progress()) && step < task.totalSteps()) {
        return Outcome.CANCELLED;
      }
    }
    return Outcome.COMPLETED;
  }

  private void takeStep() {
    double loss = descent.step(step);
    shownLoss = Double.isNaN(shownLoss) ? loss : SMOOTHING * shownLoss + (1 - SMOOTHING) * loss;
    step++;
    if (isEpochsEnd()) {
      best = orPresent(best);
      save();
    } else if (System.nanoTime() - lastCheckpoint > CHECKPOINT_NANOS) {
      save();
    }
  }

  private boolean isEpochsEnd() {
    return step % task.stepsPerEpoch() == 0;
  }

  /** The number of the epoch that the last step belongs to, from 1. */
  private int epoch() {
    return (int) ((step - 1) / task.stepsPerEpoch()) + 1;
  }

  private BestModel orPresent(BestModel other) {
    double loss = heldOut.loss(torch.manager(), descent.model());
    return other.orBetter(descent.model(), loss, epoch());
  }

  private Progress progress() {
    Settings settings = task.settings();
    String stage = "epoch " + epoch() + "/" + settings.epochs();
    return new Progress(stage, step, task.totalSteps(), shownLoss, step * settings.batch());
  }

  /** Writes a checkpoint of this moment. */
  void save() {
    FlatValues values = descent.model().values();
    task.file().write(new Checkpoint(task.identity(), step, values, descent.moments(), best));
    lastCheckpoint = System.nanoTime();
  }

  /** The number of steps done. */
  long step() {
    return step;
  }

  /**
   * The best model so far. Amid an epoch the present one competes too, which does not change what a
   * later training goes on from.
   */
  BestModel best() {
    return isEpochsEnd() ? best : orPresent(best);
  }

  /** What the images held back say of a model, as facts. */
  Map<String, String> quality(FlatValues values) {
    try (NDManager scope = torch.manager().newSubManager()) {
      LearnedModel model = new LearnedModel(scope, task.learner().weightDims(), values);
      return task.learner().quality(heldOut.pass(scope, model));
    }
  }
}
