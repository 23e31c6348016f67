package io.imagepriors.runtime.bench.peer;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Trainer;
import io.imagepriors.runtime.bench.speed.Clock;
import io.imagepriors.runtime.bench.speed.Job;
import io.imagepriors.runtime.bench.speed.TrainingSteps;
import java.nio.file.Path;
import java.util.Map;

/**
 * A step of a training on both sides: the same network, loss and batch. Closing ends ours; the
 * process can have only one.
 */
public final class TrainingDuel implements AutoCloseable {
  private final TrainingSteps steps;
  private final Duel duel;

  private TrainingDuel(TrainingSteps steps, Duel duel) {
    this.steps = steps;
    this.duel = duel;
  }

  /**
   * Begins ours.
   *
   * @param trainer the one named {@code uniform}
   * @param architecture one of its architectures
   * @param threads of our PyTorch
   */
  public static TrainingDuel start(
      Clock clock,
      Trainer trainer,
      String architecture,
      int threads,
      LabelledImages images,
      Peer peer,
      Workshop workshop) {
    Parameters parameters =
        trainer
            .descriptor()
            .defaults()
            .with(Map.of("architecture", architecture, "threads", "" + threads));
    ImageStack all = images.stack(0, images.count());
    Path file = Floats.write(all, workshop.file("images"));
    TrainingSteps steps =
        TrainingSteps.start(clock, trainer, images, parameters, workshop.file("training"));
    Map<String, Object> request =
        Map.of("architecture", architecture, "images", file.toString(), "batch", steps.batch());
    Job ours = new Job("training", steps.batch(), 0, steps);
    Job theirs = new Job("peer", steps.batch(), 0, peer.work("train", request));
    String task = "training step, batch " + steps.batch();
    return new TrainingDuel(steps, new Duel(task, architecture, ours, theirs, Duel.Quality.NONE));
  }

  /** The task. */
  public Duel duel() {
    return duel;
  }

  @Override
  public void close() {
    steps.close();
  }
}
