package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.CancelledException;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.ProgressBar;
import io.imagepriors.runtime.evaluation.Candidate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Trains a prior with every trainer of priors, on the dataset's training split, and opens the model
 * files; closing it closes them.
 */
final class Retraining implements AutoCloseable {
  /** Two priors then take about four minutes on one core, of the six they may. */
  private static final String EPOCHS = "30";

  private final Invocation in;
  private final LabelledImages images;
  private final Path folder;
  private final long seed;
  private final List<Prior> opened = new ArrayList<>();

  /**
   * @param folder where the model files go
   */
  Retraining(Invocation in, Dataset dataset, Path folder, long seed) {
    this.in = in;
    this.images = dataset.load("train", dataset.descriptor().defaults());
    this.folder = folder;
    this.seed = seed;
  }

  /**
   * Trains.
   *
   * @throws InvalidInputException if there is no trainer, or nothing that reads what it writes
   * @throws CancelledException if the user stopped it
   */
  List<Candidate<Prior>> priors() {
    List<Entry<Trainer>> trainers =
        in.catalog().entries(Kind.TRAINER).stream()
            .filter(trainer -> trainer.plugin().product() == Prior.class)
            .toList();
    if (trainers.isEmpty()) {
      throw new InvalidInputException(
          "demo --retrain needs a trainer of priors; none is plugged in");
    }
    trainers.forEach(trainer -> reader(file(trainer.plugin()))); // fails before minutes are spent
    List<Candidate<Prior>> priors = new ArrayList<>();
    for (Entry<Trainer> trainer : trainers) {
      Path file = file(trainer.plugin());
      train(trainer.plugin(), file);
      Prior prior = reader(file).open(file);
      opened.add(prior);
      priors.add(new Candidate<>(trainer.name(), prior, prior.descriptor().defaults()));
    }
    return priors;
  }

  private Path file(Trainer trainer) {
    return folder.resolve(trainer.name() + ".onnx");
  }

  private void train(Trainer trainer, Path file) {
    long start = System.nanoTime();
    try (ProgressBar bar = in.progress("train " + trainer.name())) {
      TrainedPrior trained = trainer.train(images, file, parameters(trainer), bar);
      if (trained.outcome() == Outcome.CANCELLED) {
        throw new CancelledException();
      }
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    in.err().println(String.format(Locale.ROOT, "trained %s in %.0f s", trainer.name(), seconds));
  }

  /** The demo's epochs and seed, where the trainer has such parameters. */
  private Parameters parameters(Trainer trainer) {
    Parameters parameters = trainer.descriptor().defaults();
    List<String> names = trainer.descriptor().parameters().stream().map(Parameter::name).toList();
    if (names.contains("epochs")) {
      parameters = parameters.with("epochs", EPOCHS);
    }
    return names.contains("seed") ? parameters.with("seed", Long.toString(seed)) : parameters;
  }

  private PriorReader reader(Path file) {
    return in.catalog().entries(Kind.PRIOR_READER).stream()
        .map(Entry::plugin)
        .filter(reader -> reader.accepts(file))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.unknown(
                    "kind of model file", file.toString(), in.catalog().names(Kind.PRIOR_READER)));
  }

  @Override
  public void close() {
    opened.forEach(Prior::close);
  }
}
