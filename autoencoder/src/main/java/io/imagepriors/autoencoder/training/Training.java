package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Progress;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.training.Adam.Moments;
import io.imagepriors.autoencoder.training.LearnedModel.FlatValues;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One training, from its start or a checkpoint to its end. Used once, on one thread. */
final class Training {
  private static final long CHECKPOINT_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** The share of the past in the loss that is shown. */
  private static final double SMOOTHING = 0.95;

  private final TorchSession torch;
  private final Settings settings;
  private final TrainingImages images;
  private final Loss loss;
  private final Seeds seeds;
  private final HeldOut heldOut;
  private final CheckpointFile file;
  private final Map<String, String> identity;
  private final Monitor monitor;
  private final LearnedModel model;
  private final Adam adam;
  private final BatchBuffer buffer;
  private final int[] order;
  private final OneCycle cycle;
  private final int stepsPerEpoch;

  private long step;
  private double shownLoss = Double.NaN;
  private BestModel best;
  private long lastCheckpoint = System.nanoTime();

  /**
   * What a training works on.
   *
   * @param network the layers
   * @param images the data
   * @param loss what is minimised
   * @param file where checkpoints go
   * @param identity what a checkpoint must match
   */
  record Task(
      Autoencoder network,
      TrainingImages images,
      Loss loss,
      CheckpointFile file,
      Map<String, String> identity) {}

  Training(
      TorchSession torch,
      Settings settings,
      Task task,
      Optional<Checkpoint> checkpoint,
      Monitor monitor) {
    this.torch = torch;
    this.settings = settings;
    this.images = task.images();
    this.loss = task.loss();
    this.seeds = new Seeds(settings.seed());
    this.heldOut = new HeldOut(images, loss, settings.batch(), seeds);
    this.file = task.file();
    this.identity = task.identity();
    this.monitor = monitor;
    this.buffer = new BatchBuffer(images, settings.batch());
    this.order = images.learned();
    this.stepsPerEpoch = order.length / settings.batch();
    this.cycle = new OneCycle(settings.learningRate(), totalSteps());
    this.step = checkpoint.map(Checkpoint::step).orElse(0L);
    FlatValues values = checkpoint.map(Checkpoint::model).orElseGet(() -> initial(task));
    Moments moments =
        checkpoint.map(Checkpoint::moments).orElseGet(() -> Moments.zero(values.weights().length));
    this.model = new LearnedModel(torch.manager(), task.network(), values);
    this.adam = Adam.of(torch.manager(), moments);
    this.best = checkpoint.map(Checkpoint::best).orElseGet(() -> BestModel.none(values));
  }

  private FlatValues initial(Task task) {
    return FlatValues.initial(task.network(), seeds.of(Seeds.Purpose.INITIALISATION, 0));
  }

  private long totalSteps() {
    return (long) settings.epochs() * stepsPerEpoch;
  }

  /** Trains to the end, or until the monitor says stop. */
  Outcome run() {
    if (step == 0) {
      save(); // a full disk shows now, not after the first minutes
    }
    Outcome outcome = Outcome.COMPLETED;
    if (step % stepsPerEpoch != 0) {
      shuffle();
    }
    while (step < totalSteps() && outcome == Outcome.COMPLETED) {
      takeStep();
      if (!monitor.proceed(progress()) && step < totalSteps()) {
        outcome = Outcome.CANCELLED;
      }
    }
    return outcome;
  }

  private void takeStep() {
    if (step % stepsPerEpoch == 0) {
      shuffle();
    }
    double value = descend();
    shownLoss = Double.isNaN(shownLoss) ? value : SMOOTHING * shownLoss + (1 - SMOOTHING) * value;
    step++;
    if (step % stepsPerEpoch == 0) {
      best = best.orBetter(model, heldOut.score(torch.manager(), model).loss(), epochsDone());
      save();
    } else if (System.nanoTime() - lastCheckpoint > CHECKPOINT_NANOS) {
      save();
    }
  }

  private int epochsDone() {
    return (int) ((step + stepsPerEpoch - 1) / stepsPerEpoch);
  }

  private void shuffle() {
    System.arraycopy(images.learned(), 0, order, 0, order.length);
    Seeds.shuffle(order, seeds.of(Seeds.Purpose.SHUFFLE, step / stepsPerEpoch));
  }

  private double descend() {
    int from = (int) (step % stepsPerEpoch) * settings.batch();
    try (NDManager scope = torch.manager().newSubManager()) {
      // A fresh alias per step collects the gradient; the weights themselves never do, so they can
      // be changed in place and evaluated without a graph.
      NDArray alias = model.weights().stopGradient();
      alias.attach(scope);
      alias.setRequiresGradient(true);
      double value;
      try (GradientCollector collector = torch.engine().newGradientCollector()) {
        NDArray result = loss.of(forward(scope, alias, from));
        value = HeldOut.value(result);
        requireFinite(value);
        collector.backward(result);
      }
      NDArray gradient = alias.getGradient();
      gradient.attach(scope);
      adam.update(model.weights(), gradient, cycle.rate(step), step);
      return value;
    }
  }

  private Batch forward(NDManager scope, NDArray weights, int from) {
    Forward forward = model.forward(weights, true);
    NDArray x = buffer.fill(scope, order, from, from + settings.batch());
    NDArray codes = forward.run(model.network().encoder(), x);
    NDArray reconstruction = forward.run(model.network().decoder(), codes);
    return new Batch(x, codes, reconstruction, seeds.of(Seeds.Purpose.OBJECTIVE, step));
  }

  private void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw InvalidInputException.of(
          "parameter '" + Settings.LEARNING_RATE + "'",
          "be small enough for the loss to stay finite",
          Settings.LEARNING_RATE.format(settings.learningRate()) + " (lost at step " + step + ")");
    }
  }

  private Progress progress() {
    String stage = "epoch " + epochsDone() + "/" + settings.epochs();
    return new Progress(stage, step, totalSteps(), shownLoss, step * settings.batch());
  }

  /** Writes a checkpoint of this moment. */
  void save() {
    file.write(new Checkpoint(identity, step, model.values(), adam.moments(), best));
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
    if (step % stepsPerEpoch == 0) {
      return best;
    }
    return best.orBetter(model, heldOut.score(torch.manager(), model).loss(), epochsDone());
  }

  /** What the images held back say of a model. */
  HeldOut.Score score(FlatValues values) {
    try (NDManager scope = torch.manager().newSubManager()) {
      return heldOut.score(scope, new LearnedModel(scope, model.network(), values));
    }
  }
}
