package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.FileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs everything that a model file can compute on one grey image or one middling code. */
final class Probe {
  private final Path path;
  private final LoadedModel model;
  private final ModelHeader header;

  Probe(Path path, LoadedModel model, ModelHeader header) {
    this.path = path;
    this.model = model;
    this.header = header;
  }

  /**
   * @throws FileException if something does not run or gives no finite numbers
   */
  void run() {
    header.computations().forEach(this::run);
  }

  private void run(Computation computation) {
    List<float[]> arguments = new ArrayList<>();
    for (Port input : computation.inputs(header)) {
      float[] values = new float[input.row().size()];
      Arrays.fill(values, 0.5f);
      arguments.add(values);
    }
    List<Evaluator.Sink> sinks = new ArrayList<>();
    for (Port output : computation.outputs(header)) {
      sinks.add(finite(computation, output));
    }
    model.run(
        computation, 1, arguments.toArray(float[][]::new), sinks.toArray(Evaluator.Sink[]::new));
  }

  private Evaluator.Sink finite(Computation computation, Port output) {
    return (first, count, rows) -> {
      for (int i = 0; i < rows.remaining(); i++) {
        if (!Float.isFinite(rows.get(i))) {
          throw FileException.unusable(
              path,
              "finite numbers in output '" + output.name() + "' of " + computation.function(),
              rows.get(i));
        }
      }
    };
  }
}
