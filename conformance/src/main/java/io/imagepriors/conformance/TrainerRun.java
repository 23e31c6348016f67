package io.imagepriors.conformance;

import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A trainer with all it takes to run but the place to write to and the monitor. */
record TrainerRun(
    Trainer trainer, LabelledImages images, Parameters parameters, Optional<PriorReader> reader) {
  static final String OUTPUT = "model.onnx";

  TrainerRun with(LabelledImages other) {
    return new TrainerRun(trainer, other, parameters, reader);
  }

  TrainerRun with(Parameters other) {
    return new TrainerRun(trainer, images, other, reader);
  }

  TrainedPrior train(Path output, Monitor monitor) {
    return trainer.train(images, output, parameters, monitor);
  }

  /** Trains to the end in that folder. */
  TrainedPrior train(Workshop workshop) {
    return train(workshop.file(OUTPUT), Monitor.none());
  }

  /** The model of a training that nothing disturbs. */
  byte[] model() {
    try (Workshop workshop = Workshop.open()) {
      train(workshop);
      return Files.readAllBytes(workshop.file(OUTPUT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Requires that a training has ended so and left a model that can be used. */
  void requireModel(TrainedPrior trained, Path output, Outcome outcome) throws IOException {
    Violation.unless(
        trained.outcome() == outcome, "ends as %s instead of %s", trained.outcome(), outcome);
    Violation.unless(
        trained.file().toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize()),
        "says that it wrote %s instead of %s",
        trained.file(),
        output);
    Violation.unless(
        Files.isRegularFile(output) && Files.size(output) > 0,
        "ends as %s without a model file",
        outcome);
    if (reader.isPresent()) {
      requireReadable(reader.get(), output);
    }
  }

  private void requireReadable(PriorReader opener, Path output) {
    try (Prior prior = opener.open(output)) {
      Parameters defaults = prior.descriptor().defaults();
      double[] values = prior.bind(images.shape(), defaults).values(images.stack(0, 1));
      Violation.unless(
          Double.isFinite(values[0]), "wrote a prior that gives an image the energy %s", values[0]);
    }
  }
}
