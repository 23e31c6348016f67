package io.imagepriors.conformance;

import io.imagepriors.api.Outcome;
import io.imagepriors.api.TrainedPrior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a trainer must do when it is stopped before its end. */
final class TrainingStops {
  private static final int STEPS = 3;

  private final TrainerRun run;

  TrainingStops(TrainerRun run) {
    this.run = run;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "cancel-early",
            "stops at once with a model when its monitor says so at the first step",
            () -> stopAt(1)),
        new Check(
            "cancel-midway",
            "stops at once with its best model when its monitor says so halfway",
            () -> stopAt(middle())),
        new Check(
            "interrupt",
            "stops at once with a model when its thread is interrupted, and leaves that set",
            this::interrupt),
        new Check(
            "resume",
            "goes on where it was stopped, to the model of a training that was not",
            this::resume));
  }

  private int middle() {
    RecordingMonitor monitor = new RecordingMonitor();
    try (Workshop workshop = Workshop.open()) {
      run.train(workshop.file(TrainerRun.OUTPUT), monitor);
    }
    int steps = monitor.steps().size();
    if (steps < STEPS) {
      throw new NotApplicable("it takes fewer than " + STEPS + " steps");
    }
    return steps / 2 + 1;
  }

  private void stopAt(int step) throws IOException {
    try (Workshop workshop = Workshop.open()) {
      stop(workshop.file(TrainerRun.OUTPUT), new RecordingMonitor(step, () -> false), step);
    }
  }

  private void stop(Path output, RecordingMonitor monitor, int step) throws IOException {
    TrainedPrior trained = run.train(output, monitor);
    Violation.unless(
        monitor.steps().size() == step,
        "took %d steps though it was stopped at step %d",
        monitor.steps().size(),
        step);
    run.requireModel(trained, output, Outcome.CANCELLED);
  }

  private void interrupt() throws IOException {
    int step = middle();
    RecordingMonitor monitor =
        new RecordingMonitor(
            step,
            () -> {
              Thread.currentThread().interrupt();
              return true;
            });
    try (Workshop workshop = Workshop.open()) {
      Path output = workshop.file(TrainerRun.OUTPUT);
      TrainedPrior trained = run.train(output, monitor);
      Violation.unless(Thread.interrupted(), "clears the interrupt of its thread");
      Violation.unless(monitor.steps().size() == step, "goes on after an interrupt");
      run.requireModel(trained, output, Outcome.CANCELLED);
    }
  }

  private void resume() throws IOException {
    int step = middle();
    byte[] undisturbed = run.model();
    try (Workshop workshop = Workshop.open()) {
      Path output = workshop.file(TrainerRun.OUTPUT);
      stop(output, new RecordingMonitor(step, () -> false), step);
      RecordingMonitor rest = new RecordingMonitor();
      TrainedPrior trained = run.train(output, rest);
      run.requireModel(trained, output, Outcome.COMPLETED);
      Violation.unless(
          rest.steps().isEmpty() || rest.steps().get(0).done() > step,
          "begins anew at step 1 after it was stopped at step %d",
          step);
      Violation.unless(
          Arrays.equals(undisturbed, Files.readAllBytes(output)),
          "ends with another model after it was stopped and has gone on");
    }
  }
}
