package io.imagepriors.conformance;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Shape;
import io.imagepriors.api.TrainedPrior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a trainer must fulfil when nobody stops it, and when something does not fit. */
final class TrainingChecks {
  private static final byte[] EARLIER = {1, 2, 3};

  private final TrainerRun run;

  TrainingChecks(TrainerRun run) {
    this.run = run;
  }

  List<Check> checks() {
    return List.of(
        new Check("result", "writes a model, says how it was made, and tidies up", this::result),
        new Check("file", "replaces an earlier file in one step at its end", this::file),
        new Check("repeatable", "gives the same bytes for the same seed", this::repeatable),
        new Check("monitor", "tells its monitor of its progress", this::monitor),
        new Check(
            "threads",
            "gives to " + Crowd.THREADS + " threads what it gives to one, or refuses all but one",
            this::threads),
        new Check(
            "other-shapes",
            "learns a shape of images or refuses it before it begins",
            this::otherShapes),
        new Check(
            "few-images",
            "learns from a single image or refuses it before it begins",
            () -> learnOrRefuse("a single image", run.images().slice(0, 1))),
        new Check(
            "unwritable",
            "says which file can't be written and leaves it alone",
            this::unwritable));
  }

  private void result() throws IOException {
    try (Workshop workshop = Workshop.open()) {
      TrainedPrior trained = run.train(workshop);
      run.requireModel(trained, workshop.file(TrainerRun.OUTPUT), Outcome.COMPLETED);
      Violation.unless(!trained.facts().isEmpty(), "says nothing of how the model was made");
      Violation.unless(
          workshop.names().equals(List.of(TrainerRun.OUTPUT)),
          "leaves more behind than its model: %s",
          workshop.names());
    }
  }

  private void file() throws IOException {
    try (Workshop workshop = Workshop.open()) {
      Path output = workshop.file(TrainerRun.OUTPUT, EARLIER);
      AtomicInteger early = new AtomicInteger();
      run.train(
          output,
          progress -> {
            if (progress.done() < progress.total() && !holds(output, EARLIER)) {
              early.incrementAndGet();
            }
            return true;
          });
      Violation.unless(early.get() == 0, "changes its output file before training has ended");
      Violation.unless(!holds(output, EARLIER), "leaves an earlier file in place of its model");
    }
  }

  private static boolean holds(Path file, byte[] content) {
    try {
      return Arrays.equals(Files.readAllBytes(file), content);
    } catch (IOException e) {
      return false;
    }
  }

  private void repeatable() {
    Violation.unless(Arrays.equals(run.model(), run.model()), "is not repeatable");
  }

  private void monitor() {
    RecordingMonitor monitor = new RecordingMonitor();
    try (Workshop workshop = Workshop.open()) {
      run.train(workshop.file(TrainerRun.OUTPUT), monitor);
    }
    monitor.requireOrderly();
  }

  private void threads() throws Exception {
    byte[] alone = run.model();
    AtomicInteger trained = new AtomicInteger();
    Crowd.together(
        (thread, round) -> {
          try {
            byte[] model = run.model();
            trained.incrementAndGet();
            Violation.unless(
                Arrays.equals(alone, model), "gives other models while other threads use it");
          } catch (InvalidInputException e) {
            return; // one training at a time is all that some engines allow
          }
        });
    Violation.unless(trained.get() > 0, "refuses all of several threads");
  }

  private void otherShapes() throws IOException {
    for (Shape other : WrongShapes.of(run.images().shape())) {
      learnOrRefuse("images of shape " + other, ProbeCollection.of(other, run.images().count()));
    }
  }

  /** What it accepts is stopped at the first step. */
  private void learnOrRefuse(String input, LabelledImages images) throws IOException {
    try (Workshop workshop = Workshop.open()) {
      Path output = workshop.file(TrainerRun.OUTPUT);
      RecordingMonitor monitor = new RecordingMonitor(1, () -> false);
      TrainedPrior trained;
      try {
        trained = run.with(images).train(output, monitor);
      } catch (InvalidInputException e) {
        Violation.unless(monitor.steps().isEmpty(), "refuses %s, but after some steps", input);
        Violation.unless(!Files.exists(output), "refuses %s, but writes a file", input);
        return;
      } catch (RuntimeException e) {
        throw new Violation(
            "meets " + input + " not with InvalidInputException but " + Violation.describe(e), e);
      }
      run.with(images).requireModel(trained, output, trained.outcome());
    }
  }

  private void unwritable() throws IOException {
    try (Workshop workshop = Workshop.open()) {
      Path folder = Files.createDirectory(workshop.file("folder"));
      Refusal.of("a folder in place of its output file").byNaming(folder, () -> train(folder));
      Path earlier = workshop.file("earlier", EARLIER);
      Path below = earlier.resolve(TrainerRun.OUTPUT);
      Refusal.of("an output file in what is no folder").byNaming(earlier, () -> train(below));
      Violation.unless(holds(earlier, EARLIER), "changes a file that is in its way");
    }
  }

  private void train(Path output) {
    run.train(output, new RecordingMonitor(1, () -> false));
  }
}
