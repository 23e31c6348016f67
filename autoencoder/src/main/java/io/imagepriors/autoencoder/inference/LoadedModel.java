package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.WithdrawnException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one owner of a model's sessions. Each is opened when it is first needed and closed by {@link
 * #close}, after the last evaluation has left. Thread-safe.
 */
final class LoadedModel implements AutoCloseable {
  private final ModelSource source;
  private final ModelHeader header;
  private final String name;
  private final Gate gate = new Gate();
  private final Map<Computation, Evaluator> evaluators = new EnumMap<>(Computation.class);
  private ModelFile file;
  private Optional<DecoderTape> tape;

  LoadedModel(ModelSource source, ModelHeader header) {
    this.source = source;
    this.header = header;
    this.name = header.descriptor().name();
  }

  /**
   * Evaluates one computation on whole stacks.
   *
   * @param count the number of rows
   * @param arguments one array of rows per input
   * @param sinks one per output
   * @throws WithdrawnException if this model has been closed
   */
  void run(Computation computation, int count, float[][] arguments, Evaluator.Sink... sinks) {
    enter();
    try {
      evaluator(computation).run(count, arguments, sinks);
    } finally {
      gate.leave();
    }
  }

  /**
   * Decodes, has the cotangent filled, and multiplies it with the decoder's Jacobian.
   *
   * @param energy fills {@code cotangent}, when {@code decoded} has been filled
   * @return whether this could be done without decoding twice; if not, nothing has been done
   * @throws WithdrawnException if this model has been closed
   */
  boolean runTape(
      CodeStack codes,
      ImageStack decoded,
      Runnable energy,
      ImageStack cotangent,
      CodeStack gradient) {
    enter();
    try {
      Optional<DecoderTape> usable = tape().filter(found -> found.takes(codes.count()));
      usable.ifPresent(found -> found.run(codes, decoded, energy, cotangent, gradient));
      return usable.isPresent();
    } finally {
      gate.leave();
    }
  }

  @Override
  public void close() {
    if (gate.close()) {
      closeSessions();
    }
  }

  private void enter() {
    if (!gate.enter()) {
      throw WithdrawnException.of(name);
    }
  }

  private synchronized void closeSessions() {
    evaluators.values().forEach(Evaluator::close);
    evaluators.clear();
    if (tape != null) {
      tape.ifPresent(DecoderTape::close);
    }
    file = null;
  }

  private synchronized Evaluator evaluator(Computation computation) {
    Evaluator evaluator = evaluators.get(computation);
    if (evaluator == null) {
      evaluator = open(computation);
      evaluators.put(computation, evaluator);
    }
    return evaluator;
  }

  private Evaluator open(Computation computation) {
    List<Port> inputs = computation.inputs(header);
    List<Port> outputs = computation.outputs(header);
    byte[] runnable = file().runnable(computation, inputs, outputs);
    return new Evaluator(OpenGraph.open(source.path(), runnable, inputs, outputs));
  }

  private synchronized Optional<DecoderTape> tape() {
    if (tape == null) {
      tape =
          DecoderTape.open(
              file(),
              Computation.DECODE_VJP.inputs(header),
              Computation.DECODE.outputs(header).get(0),
              Computation.DECODE_VJP.outputs(header).get(0));
    }
    return tape;
  }

  private ModelFile file() {
    if (file == null) {
      ModelFile read = ModelFile.read(source);
      header.functions().forEach(read::function);
      if (header.hasLatentSpace()) {
        Computation.LATENT.forEach(
            c -> read.requireFunction(c, c.inputs(header), c.outputs(header)));
      }
      file = read;
    }
    return file;
  }
}
