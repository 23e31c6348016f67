package io.imagepriors.autoencoder.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.imagepriors.api.FileException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * One graph that can be run: a session and the workspaces of those who run it. Thread-safe, but for
 * {@link #close}, which nobody may call while an evaluation runs.
 */
final class Evaluator implements AutoCloseable {
  /** More values than this in one input are split: larger batches are no faster. */
  private static final int CHUNK_VALUES = 1 << 17;

  private final Path path;
  private final OrtSession session;
  private final List<Port> inputs;
  private final List<Port> outputs;
  private final int chunk;
  private final ConcurrentLinkedDeque<Workspace> idle = new ConcurrentLinkedDeque<>();

  /** Receives rows of an output, starting with row {@code first} of the whole stack. */
  interface Sink {
    void accept(int first, int count, FloatBuffer rows);
  }

  /**
   * @param fixedRows the only number of rows the graph takes, or 0 if it takes any
   */
  Evaluator(Path path, OrtSession session, List<Port> inputs, List<Port> outputs, int fixedRows) {
    this.path = path;
    this.session = session;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    int largest = 1;
    for (Port port : inputs) {
      largest = Math.max(largest, port.row().size());
    }
    this.chunk = fixedRows > 0 ? fixedRows : Math.max(1, CHUNK_VALUES / largest);
  }

  /** Writes whole rows into an array. */
  static Sink into(float[] target) {
    return (first, count, rows) -> {
      int size = rows.remaining() / count;
      rows.get(target, first * size, count * size);
    };
  }

  /**
   * Computes all outputs of all rows.
   *
   * @param count the number of rows
   * @param arguments one array of rows per input
   * @param sinks one per output
   */
  void run(int count, float[][] arguments, Sink... sinks) {
    Workspace workspace = idle.pollFirst();
    if (workspace == null) {
      workspace = new Workspace(inputs, outputs);
    }
    try {
      for (int first = 0; first < count; first += chunk) {
        step(workspace, first, Math.min(chunk, count - first), arguments, sinks);
      }
    } catch (OrtException e) {
      throw FileException.unusable(path, "a graph that runs", Sessions.reason(e));
    } finally {
      idle.addFirst(workspace);
    }
  }

  private void step(Workspace workspace, int first, int count, float[][] arguments, Sink... sinks)
      throws OrtException {
    workspace.prepare(count);
    for (int i = 0; i < arguments.length; i++) {
      int size = inputs.get(i).row().size();
      workspace.input(i).put(0, arguments[i], first * size, count * size);
    }
    workspace.run(session);
    for (int i = 0; i < sinks.length; i++) {
      int size = outputs.get(i).row().size();
      sinks[i].accept(first, count, workspace.output(i).slice(0, count * size));
    }
  }

  @Override
  public void close() {
    idle.forEach(Workspace::close);
    idle.clear();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a session could not be closed", e);
    }
  }
}
