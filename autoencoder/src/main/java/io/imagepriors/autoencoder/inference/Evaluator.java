package io.imagepriors.autoencoder.inference;

import ai.onnxruntime.OrtException;
import io.imagepriors.api.FileException;
import io.imagepriors.autoencoder.inference.Workspace.Range;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * One graph that can be run on stacks of any size. Thread-safe, but for {@link #close}, which
 * nobody may call while an evaluation runs.
 */
final class Evaluator implements AutoCloseable {
  private final OpenGraph graph;
  private final WorkspacePool pool;
  private final Range inputs;
  private final Range outputs;

  /** Receives rows of an output, starting with row {@code first} of the whole stack. */
  interface Sink {
    void accept(int first, int count, FloatBuffer rows);
  }

  Evaluator(OpenGraph graph) {
    this.graph = graph;
    List<Port> ports = Stream.concat(graph.inputs().stream(), graph.outputs().stream()).toList();
    this.pool = new WorkspacePool(ports, graph.fixedRows());
    this.inputs = new Range(0, graph.inputs().size());
    this.outputs = new Range(graph.inputs().size(), ports.size());
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
    Workspace workspace = pool.take();
    int chunk = pool.chunk(count);
    try {
      for (int first = 0; first < count; first += chunk) {
        step(workspace, first, Math.min(chunk, count - first), arguments, sinks);
      }
    } catch (OrtException e) {
      throw FileException.unusable(graph.path(), "a graph that runs", OpenGraph.reason(e));
    } finally {
      pool.give(workspace);
    }
  }

  private void step(Workspace workspace, int first, int count, float[][] arguments, Sink... sinks)
      throws OrtException {
    workspace.prepare(count);
    for (int i = 0; i < arguments.length; i++) {
      FloatBuffer rows = workspace.rows(i);
      int size = rows.remaining();
      rows.put(arguments[i], first * (size / count), size);
    }
    workspace.run(graph.session(), inputs, outputs);
    for (int i = 0; i < sinks.length; i++) {
      sinks[i].accept(first, count, workspace.rows(outputs.from() + i));
    }
  }

  @Override
  public void close() {
    pool.close();
    graph.close();
  }
}
