package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnxruntime.OrtException;
import io.imagepriors.api.CodeStack;
import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.autoencoder.inference.Workspace.Range;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes, lets the caller find a cotangent for the images, and multiplies it with the decoder's
 * Jacobian without decoding again: what the second half needs of the first stays in native memory.
 * Thread-safe, but for {@link #close}, which nobody may call while an evaluation runs.
 */
final class DecoderTape implements AutoCloseable {
  /** Longer stacks would keep too much memory: 64 MB. */
  private static final long LARGEST_VALUES = 1L << 24;

  private static final int CODES = 0;
  private static final int IMAGES = 1;
  private static final int TAPE = 2;

  private final OpenGraph forward;
  private final OpenGraph backward;
  private final WorkspacePool pool;
  private final int cotangents;
  private final int gradients;

  private DecoderTape(OpenGraph forward, OpenGraph backward) {
    this.forward = forward;
    this.backward = backward;
    List<Port> ports = new ArrayList<>(forward.inputs());
    ports.addAll(forward.outputs());
    this.cotangents = ports.size();
    this.gradients = cotangents + 1;
    ports.add(backward.inputs().get(backward.inputs().size() - 1));
    ports.addAll(backward.outputs());
    this.pool = new WorkspacePool(ports, 0);
  }

  /**
   * Opens both halves.
   *
   * @param inputs codes and cotangent
   * @param images what the first half gives
   * @param gradient what the second half gives
   * @return empty where the function can't be cut, or takes a fixed number of rows
   */
  static Optional<DecoderTape> open(ModelFile file, List<Port> inputs, Port images, Port gradient) {
    FunctionProto function = file.function(ModelFormat.DECODE_VJP);
    TapeGraphs graphs = TapeGraphs.of(function);
    if (!graphs.isUsable()) {
      return Optional.empty();
    }
    List<Port> codes = List.of(inputs.get(0));
    List<String> results = new ArrayList<>(List.of(images.name()));
    results.addAll(graphs.tape());
    byte[] first =
        file.parts().build(graphs.forward(), function.getOpsetImportList(), codes, results);
    Optional<OpenGraph> forward = OpenGraph.infer(file.path(), first, codes, results);
    if (forward.isEmpty()) {
      return Optional.empty();
    }
    List<Port> outputs = forward.get().outputs();
    List<Port> taken = new ArrayList<>(outputs.subList(1, outputs.size()));
    taken.add(inputs.get(1));
    byte[] second =
        file.parts()
            .build(
                graphs.backward(), function.getOpsetImportList(), taken, List.of(gradient.name()));
    try {
      OpenGraph backward = OpenGraph.open(file.path(), second, taken, List.of(gradient));
      return Optional.of(new DecoderTape(forward.get(), backward));
    } catch (FileException e) {
      forward.get().close();
      throw e;
    }
  }

  /** Whether a stack is short enough to keep all that is needed of it. */
  boolean takes(int count) {
    return (long) count * pool.rowSize() <= LARGEST_VALUES;
  }

  /**
   * Runs both halves.
   *
   * @param energy fills {@code cotangent}, when {@code decoded} has been filled
   */
  void run(
      CodeStack codes,
      ImageStack decoded,
      Runnable energy,
      ImageStack cotangent,
      CodeStack gradient) {
    List<Workspace> parts = new ArrayList<>();
    int chunk = pool.chunk(codes.count());
    try {
      for (int first = 0; first < codes.count(); first += chunk) {
        Workspace part = pool.take();
        parts.add(part);
        part.prepare(Math.min(chunk, codes.count() - first));
        put(codes.values(), first * codes.dimension(), part.rows(CODES));
        part.run(forward.session(), new Range(CODES, IMAGES), new Range(IMAGES, cotangents));
        get(part.rows(IMAGES), decoded.pixels(), first * decoded.shape().size());
      }
      energy.run();
      for (int i = 0; i < parts.size(); i++) {
        Workspace part = parts.get(i);
        int first = i * chunk;
        put(cotangent.pixels(), first * cotangent.shape().size(), part.rows(cotangents));
        part.run(
            backward.session(), new Range(TAPE, gradients), new Range(gradients, gradients + 1));
        get(part.rows(gradients), gradient.values(), first * gradient.dimension());
      }
    } catch (OrtException e) {
      throw FileException.unusable(forward.path(), "a graph that runs", OpenGraph.reason(e));
    } finally {
      parts.forEach(pool::give);
    }
  }

  @Override
  public void close() {
    pool.close();
    forward.close();
    backward.close();
  }

  private static void put(float[] from, int offset, FloatBuffer to) {
    to.put(from, offset, to.remaining());
  }

  private static void get(FloatBuffer from, float[] to, int offset) {
    from.get(to, offset, from.remaining());
  }
}
