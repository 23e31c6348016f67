package io.imagepriors.runtime.oneclass;

import io.imagepriors.api.FileException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import io.imagepriors.runtime.evaluation.Fingerprint;
import io.imagepriors.runtime.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Model files of single classes in a folder, each trained once. A file's name ends in a digest of
 * all that its training depends on, images included, so one of other settings is never taken; and
 * it gets its name when it is finished, so one that is there is whole.
 *
 * @param trainer makes the models
 * @param folder where they are; it exists
 */
record ClassModels(Trainer trainer, Path folder) {
  private static final int DIGITS = 10;
  private static final String SUFFIX = ".onnx";

  /**
   * A model file.
   *
   * @param file the model
   * @param seconds that training took now; 0 if it was there
   */
  record Model(Path file, double seconds) {}

  /**
   * Finds the model or trains it, going on from where an earlier training was stopped.
   *
   * @param label the class, for the file's name
   * @param monitor told of each step of a training
   * @return nothing if the monitor said stop
   * @throws FileException if a file can't be written
   */
  Optional<Model> get(int label, LabelledImages images, Parameters parameters, Monitor monitor) {
    String name = trainer.name() + "-" + label + "-" + digest(images, parameters);
    Path file = folder.resolve(name + SUFFIX);
    if (Files.isRegularFile(file)) {
      return Optional.of(new Model(file, 0));
    }
    Path unfinished = folder.resolve(name + ".unfinished" + SUFFIX);
    long start = System.nanoTime();
    TrainedPrior trained = trainer.train(images, unfinished, parameters, monitor);
    if (trained.outcome() == Outcome.CANCELLED) {
      AtomicFile.delete(unfinished); // its checkpoint has everything
      return Optional.empty();
    }
    try {
      Files.move(unfinished, file);
    } catch (IOException e) {
      throw FileException.unwritable(file, e);
    }
    return Optional.of(new Model(file, (System.nanoTime() - start) * 1e-9));
  }

  private String digest(LabelledImages images, Parameters parameters) {
    Fingerprint print =
        Fingerprint.empty()
            .add(trainer.name())
            .add(trainer.descriptor().facts().toString())
            .add(parameters.texts().toString())
            .add(images.origin());
    int count = images.count();
    for (int i = 0; i < count; i++) {
      print.add(images.stack(i, i + 1));
    }
    return print.text().substring(0, DIGITS);
  }
}
