package io.imagepriors.runtime.bench.speed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.imagepriors.api.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The machine's own speed: products of square matrices of float32 by ONNX Runtime, the engine that
 * computes priors, on one thread. Large products reach about what the processor can do.
 */
public final class MatrixPeak implements AutoCloseable {
  /** Large enough to be fast, small enough to fit the caches of one core. */
  private static final int SIDE = 768;

  private final OrtSession session;
  private final OnnxTensor[] tensors;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  private MatrixPeak(OrtSession session, OnnxTensor... tensors) {
    this.session = session;
    this.tensors = tensors;
    this.inputs = Map.of(MatrixProductModel.LEFT, tensors[0], MatrixProductModel.RIGHT, tensors[1]);
    this.outputs = Map.of(MatrixProductModel.PRODUCT, tensors[2]);
  }

  /**
   * Prepares two matrices and room for their product.
   *
   * @throws InvalidInputException if ONNX Runtime is not there or does not start
   */
  public static MatrixPeak open() {
    OrtEnvironment environment;
    try {
      environment = OrtEnvironment.getEnvironment();
    } catch (LinkageError | RuntimeException e) {
      throw new InvalidInputException("the machine's speed is measured by ONNX Runtime: " + e, e);
    }
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      OrtSession session = environment.createSession(MatrixProductModel.bytes(SIDE), options);
      OnnxTensor[] tensors = new OnnxTensor[3];
      for (int i = 0; i < tensors.length; i++) {
        tensors[i] = OnnxTensor.createTensor(environment, values(i), new long[] {SIDE, SIDE});
      }
      return new MatrixPeak(session, tensors);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not multiply matrices", e);
    }
  }

  /**
   * The product as a job for all threads of a team.
   *
   * @param peaks one for each thread
   */
  public static Job job(Team team, List<MatrixPeak> peaks, Clock clock) {
    List<Work> works = peaks.stream().map(peak -> Work.of(clock, peak::multiply)).toList();
    long operations = 2L * SIDE * SIDE * SIDE * peaks.size();
    return new Job(
        "matrix product " + SIDE + "x" + SIDE, peaks.size(), operations, team.all(works));
  }

  /** One for each thread of a team. */
  public static List<MatrixPeak> openAll(Team team) {
    return IntStream.range(0, team.size()).mapToObj(i -> open()).toList();
  }

  /** Multiplies once; gives the product, row by row, valid until the next call. */
  FloatBuffer multiply() {
    try {
      session.run(inputs, outputs).close();
      return tensors[2].getBufferRef().map(FloatBuffer.class::cast).orElseThrow();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not multiply matrices", e);
    }
  }

  /** Numbers near one of which no product grows or vanishes. */
  private static FloatBuffer values(int matrix) {
    FloatBuffer values =
        ByteBuffer.allocateDirect(Float.BYTES * SIDE * SIDE)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int i = 0; i < SIDE * SIDE; i++) {
      values.put(i, (i * 31 + matrix * 17) % 7 - 3f);
    }
    return values;
  }

  @Override
  public void close() {
    try {
      for (OnnxTensor tensor : tensors) {
        tensor.close();
      }
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a session could not be closed", e);
    }
  }
}
