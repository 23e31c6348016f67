package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Progress;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import io.imagepriors.runtime.evaluation.Toys;
import io.imagepriors.runtime.file.AtomicFile;
import java.nio.file.Path;
import java.util.Map;

/** Writes down what it was asked to do; what it writes can be opened as a toy prior. */
record ToyTrainer(Descriptor descriptor) implements Trainer {

  ToyTrainer(String name) {
    this(
        Descriptor.of(name, "trains nothing")
            .with(Parameter.integer("epochs", 1, 1, 1000, "passes"), Parameter.seed("of nothing")));
  }

  @Override
  public TrainedPrior train(
      LabelledImages images, Path output, Parameters parameters, Monitor monitor) {
    if (!monitor.proceed(new Progress("epoch 1", 1, 1, 0, 0))) {
      return new TrainedPrior(output, Outcome.CANCELLED, Map.of());
    }
    AtomicFile.write(output, images.count() + " images, " + parameters);
    return new TrainedPrior(output, Outcome.COMPLETED, Map.of());
  }

  /** Opens what the trainers write. */
  static final class Reader implements PriorReader {
    private static final Descriptor DESCRIPTOR = Descriptor.of("onnx", "reads toys");

    @Override
    public Descriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public boolean accepts(Path file) {
      return file.toString().endsWith(".onnx");
    }

    @Override
    public Prior open(Path file) {
      return Toys.prior("from-file");
    }
  }
}
