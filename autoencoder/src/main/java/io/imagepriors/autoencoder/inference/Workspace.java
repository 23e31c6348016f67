package io.imagepriors.autoencoder.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The native memory of one evaluation at a time: a direct buffer and a tensor over it for each
 * value that flows in or out, kept from call to call. Not thread-safe.
 */
final class Workspace implements AutoCloseable {
  private final List<Port> ports;
  private final FloatBuffer[] buffers;
  private final OnnxTensor[] tensors;
  private int rows;

  Workspace(List<Port> ports) {
    this.ports = ports;
    this.buffers = new FloatBuffer[ports.size()];
    this.tensors = new OnnxTensor[ports.size()];
  }

  /** Prepares for so many rows; buffers keep their size or grow. */
  void prepare(int count) throws OrtException {
    if (count == rows) {
      return;
    }
    close();
    for (int i = 0; i < buffers.length; i++) {
      int size = Math.multiplyExact(count, ports.get(i).row().size());
      if (buffers[i] == null || buffers[i].capacity() < size) {
        buffers[i] = direct(size);
      }
      tensors[i] =
          OnnxTensor.createTensor(
              OrtEnvironment.getEnvironment(),
              buffers[i].slice(0, size),
              ports.get(i).sides(count));
    }
    rows = count;
  }

  /** The rows of one port: a new view, positioned at its start. */
  FloatBuffer rows(int port) {
    return buffers[port].slice(0, rows * ports.get(port).row().size());
  }

  /** Computes ports {@code outputs} from ports {@code inputs}, in place. */
  void run(OrtSession session, Range inputs, Range outputs) throws OrtException {
    session.run(tensors(inputs), tensors(outputs)).close();
  }

  /** Ports {@code from} (inclusive) to {@code to} (exclusive). */
  record Range(int from, int to) {}

  /** Frees the tensors; the buffers are left to the garbage collector. */
  @Override
  public void close() {
    for (int i = 0; i < tensors.length; i++) {
      if (tensors[i] != null) {
        tensors[i].close();
        tensors[i] = null;
      }
    }
    rows = 0;
  }

  private Map<String, OnnxTensor> tensors(Range range) {
    Map<String, OnnxTensor> result = new HashMap<>();
    for (int i = range.from(); i < range.to(); i++) {
      result.put(ports.get(i).name(), tensors[i]);
    }
    return result;
  }

  private static FloatBuffer direct(int values) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
