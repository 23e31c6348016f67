package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

  /** Opens the session of one computation, if it is not open yet. */
  void load(Computation computation) {
    enter();
    try {
      evaluator(computation);
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
    if (file == null) {
      ModelFile read = ModelFile.read(source);
      read.requireFunctions(header.functions());
      file = read;
    }
    Shape shape = header.shape();
    int dimension = Computation.LATENT.contains(computation) ? header.dimension() : 1;
    List<Port> inputs = computation.inputs(shape, dimension);
    List<Port> outputs = computation.outputs(shape, dimension);
    byte[] runnable = file.runnable(computation, inputs, outputs);
    return Sessions.open(source.path(), runnable, inputs, outputs);
  }
}
