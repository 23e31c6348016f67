package io.imagepriors.autoencoder.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The native memory of one evaluation at a time: a direct buffer and a tensor over it for each
 * input and output, kept from call to call. Not thread-safe.
 */
final class Workspace implements AutoCloseable {
  private final List<Port> inputs;
  private final List<Port> outputs;
  private final FloatBuffer[] buffers;
  private final Map<String, OnnxTensor> inputTensors = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> outputTensors = new LinkedHashMap<>();
  private int capacity;
  private int rows;

  Workspace(List<Port> inputs, List<Port> outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.buffers = new FloatBuffer[inputs.size() + outputs.size()];
  }

  /** Prepares for so many rows; buffers keep their size or grow. */
  void prepare(int count) throws OrtException {
    if (count == rows) {
      return;
    }
    close();
    capacity = Math.max(capacity, count);
    for (int i = 0; i < buffers.length; i++) {
      boolean input = i < inputs.size();
      Port port = input ? inputs.get(i) : outputs.get(i - inputs.size());
      if (buffers[i] == null || buffers[i].capacity() < capacity * port.row().size()) {
        buffers[i] = direct(capacity * port.row().size());
      }
      FloatBuffer part = buffers[i].slice(0, count * port.row().size());
      OnnxTensor tensor =
          OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), part, port.sides(count));
      (input ? inputTensors : outputTensors).put(port.name(), tensor);
    }
    rows = count;
  }

  /** The memory of input {@code index}. */
  FloatBuffer input(int index) {
    return buffers[index];
  }

  /** The memory of output {@code index}. */
  FloatBuffer output(int index) {
    return buffers[inputs.size() + index];
  }

  /** Computes the outputs of the prepared rows in place. */
  void run(OrtSession session) throws OrtException {
    session.run(inputTensors, outputTensors).close();
  }

  /** Frees the tensors; the buffers are left to the garbage collector. */
  @Override
  public void close() {
    inputTensors.values().forEach(OnnxTensor::close);
    outputTensors.values().forEach(OnnxTensor::close);
    inputTensors.clear();
    outputTensors.clear();
    rows = 0;
  }

  private static FloatBuffer direct(int values) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
