package io.imagepriors.autoencoder.training;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.autoencoder.data.Seeds;
import io.imagepriors.autoencoder.network.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** From images to a model file: reading, training or going on, measuring, export. */
final class TrainingRun {
  private final Parameters parameters;
  private final Path output;
  private final Settings settings;
  private final Seeds seeds;
  private final CheckpointFile file;

  /**
   * @param parameters of a trainer, with all of {@link Settings}
   * @param output the model file, replaced if it exists
   */
  TrainingRun(Parameters parameters, Path output) {
    this.parameters = parameters;
    this.output = output.toAbsolutePath();
    this.settings = Settings.from(parameters);
    this.seeds = new Seeds(settings.seed());
    this.file = new CheckpointFile(this.output);
  }

  TrainedPrior run(LabelledImages source, Learner learner, Monitor monitor) {
    prepareFolder();
    Optional<Checkpoint> found = file.read();
    TrainingImages images =
        TrainingImages.read(source, settings.heldOut(), settings.batch(), seeds);
    try (TorchSession torch = TorchSession.open(settings.threads())) {
      ModelFacts facts =
          ModelFacts.of(parameters.descriptor().summary(), images, parameters)
              .withVersions(torch.engine());
      Task task = new Task(settings, learner, images, file, facts.map());
      Optional<Checkpoint> usable = found.map(c -> require(c, task));
      return run(torch, task, new Training(torch, task, usable, monitor), facts);
    }
  }

  private void prepareFolder() {
    if (Files.isDirectory(output)) {
      throw FileException.unwritable(output, new IOException("it is a folder"));
    }
    try {
      Files.createDirectories(output.getParent());
    } catch (IOException e) {
      throw FileException.unwritable(output.getParent(), e);
    }
  }

  /** An interrupted training is work: it is gone on with, or left alone. */
  private Checkpoint require(Checkpoint checkpoint, Task task) {
    Map<String, String> there = checkpoint.identity();
    Map<String, String> here = task.identity();
    TreeSet<String> keys = new TreeSet<>(here.keySet());
    keys.addAll(there.keySet());
    keys.removeIf(
        key -> Optional.ofNullable(there.get(key)).equals(Optional.ofNullable(here.get(key))));
    keys.remove("command"); // follows from the others
    if (!keys.isEmpty() || !checkpoint.fits(task.learner().weightDims())) {
      throw FileException.unusable(
          file.path(),
          "an interrupted training with the same settings (delete it to start anew)",
          keys.isEmpty() ? "weights of other sizes" : "others: " + String.join(", ", keys));
    }
    return checkpoint;
  }

  private TrainedPrior run(TorchSession torch, Task task, Training training, ModelFacts facts) {
    Outcome outcome = training.run();
    // An interrupt has been obeyed by now; it would make writing files fail. It is set again.
    boolean interrupted = Thread.interrupted();
    try {
      if (outcome == Outcome.CANCELLED) {
        training.save();
        requireLivingProcess();
      }
      export(torch, task, training, facts, outcome);
      if (outcome == Outcome.COMPLETED) {
        file.delete();
      }
      return new TrainedPrior(output, outcome, facts.map());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * The export is checked by ONNX Runtime, which frees itself as soon as the process begins to end;
   * a call after that aborts the process. The checkpoint has everything.
   */
  private void requireLivingProcess() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException e) {
      throw new InvalidInputException(
          "training ends with its process; the same command goes on from " + file.path(), e);
    }
  }

  private void export(
      TorchSession torch, Task task, Training training, ModelFacts facts, Outcome outcome) {
    BestModel best = training.best();
    facts.withResult(outcome, training.step(), best.epoch(), training.quality(best.values()));
    Weights weights = best.values().named(task.learner().weightDims());
    task.learner().export(torch, weights, facts.map(), task.images().heldOutImages(), output);
  }
}
