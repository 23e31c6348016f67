package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.FileException;
import io.imagepriors.api.Shape;
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
    run(Computation.ENERGY, 1);
    if (header.hasLatentSpace()) {
      int dimension = header.dimension();
      Computation.LATENT.forEach(computation -> run(computation, dimension));
    }
  }

  private void run(Computation computation, int dimension) {
    Shape shape = header.shape();
    List<float[]> arguments = new ArrayList<>();
    for (Port input : computation.inputs(shape, dimension)) {
      float[] values = new float[input.row().size()];
      Arrays.fill(values, 0.5f);
      arguments.add(values);
    }
    List<Evaluator.Sink> sinks = new ArrayList<>();
    for (Port output : computation.outputs(shape, dimension)) {
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
