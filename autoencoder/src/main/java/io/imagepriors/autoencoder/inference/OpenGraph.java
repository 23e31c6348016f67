package io.imagepriors.autoencoder.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import io.imagepriors.api.FileException;
import io.imagepriors.autoencoder.network.Dims;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session of ONNX Runtime whose inputs and outputs are as they should be. One thread each, so
 * that callers decide on parallelism and results do not depend on the number of cores.
 *
 * @param path the file it comes from, for errors
 * @param session owned
 * @param inputs in order
 * @param outputs in order
 * @param fixedRows the only number of rows it takes, or 0 if it takes any
 */
record OpenGraph(
    Path path, OrtSession session, List<Port> inputs, List<Port> outputs, int fixedRows)
    implements AutoCloseable {

  private static final int LONGEST_REASON = 200;

  /**
   * Opens a session.
   *
   * @throws FileException if the runtime does not take the graph or it has other inputs or outputs
   */
  static OpenGraph open(Path path, byte[] model, List<Port> inputs, List<Port> outputs) {
    OrtSession session = create(path, model);
    try {
      Map<String, NodeInfo> found = session.getInputInfo();
      if (found.size() != inputs.size()) {
        throw FileException.unusable(path, "a graph with inputs " + inputs, found.keySet());
      }
      int fixedRows = 0;
      for (Port input : inputs) {
        fixedRows = Math.max(fixedRows, rows(path, "input", input, found.get(input.name())));
      }
      for (Port output : outputs) {
        NodeInfo info = session.getOutputInfo().get(output.name());
        fixedRows = Math.max(fixedRows, rows(path, "output", output, info));
      }
      return new OpenGraph(path, session, inputs, outputs, fixedRows);
    } catch (OrtException e) {
      close(session);
      throw FileException.unusable(path, "a graph that ONNX Runtime takes", reason(e));
    } catch (FileException e) {
      close(session);
      throw e;
    }
  }

  /**
   * Opens a session and takes its outputs as the runtime infers them.
   *
   * @return empty where it can't infer them, or where their number of rows is not free
   * @throws FileException if the runtime does not take the graph
   */
  static Optional<OpenGraph> infer(
      Path path, byte[] model, List<Port> inputs, List<String> outputs) {
    OrtSession session = create(path, model);
    List<Port> ports = new ArrayList<>();
    try {
      Map<String, NodeInfo> found = session.getOutputInfo();
      outputs.forEach(name -> port(name, found.get(name)).ifPresent(ports::add));
    } catch (OrtException e) {
      close(session);
      throw FileException.unusable(path, "a graph that ONNX Runtime takes", reason(e));
    }
    if (ports.size() < outputs.size()) {
      close(session);
      return Optional.empty();
    }
    return Optional.of(new OpenGraph(path, session, inputs, ports, 0));
  }

  /** The runtime's message in one line, without its source files and signatures. */
  static String reason(OrtException e) {
    String text = e.getMessage() == null ? "an unknown error" : e.getMessage();
    text = text.replaceAll("\\p{Cntrl}+", " ").replaceFirst("^Error code - \\w+ - message: ", "");
    text = text.replaceFirst("^.*, Error (?=No Op )", "");
    text = text.replaceFirst("^\\S*\\.(cc|h):\\d+ .*\\) ", "").trim();
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "..." : text;
  }

  @Override
  public void close() {
    close(session);
  }

  private static OrtSession create(Path path, byte[] model) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return environment.createSession(model, options);
    } catch (OrtException e) {
      throw FileException.unusable(path, "a graph that ONNX Runtime takes", reason(e));
    }
  }

  /** Requires float32 rows of the port's sides; gives the fixed number of rows, 0 if free. */
  private static int rows(Path path, String kind, Port port, NodeInfo info) {
    String expected = kind + " " + port + " of float32";
    if (info == null || !(info.getInfo() instanceof TensorInfo tensor)) {
      throw FileException.unusable(path, expected, "none");
    }
    long[] sides = tensor.getShape();
    boolean fits = tensor.type == OnnxJavaType.FLOAT && sides.length == port.row().rank() + 1;
    for (int i = 1; fits && i < sides.length; i++) {
      fits = sides[i] == port.row().side(i - 1) || (sides[i] == -1 && kind.equals("output"));
    }
    if (!fits || (sides[0] != -1 && sides[0] != 1)) {
      throw FileException.unusable(path, expected, tensor.type + " " + text(sides));
    }
    return Math.max(0, (int) sides[0]);
  }

  private static Optional<Port> port(String name, NodeInfo info) {
    if (info == null || !(info.getInfo() instanceof TensorInfo tensor)) {
      return Optional.empty();
    }
    long[] sides = tensor.getShape();
    boolean known = sides.length > 0 && sides[0] == -1;
    List<Integer> row = new ArrayList<>();
    for (int i = 1; i < sides.length; i++) {
      known &= sides[i] > 0 && sides[i] <= Dims.MAX_SIZE;
      row.add((int) sides[i]);
    }
    return known ? Optional.of(new Port(name, new Dims(row))) : Optional.empty();
  }

  private static String text(long[] sides) {
    StringBuilder text = new StringBuilder("[");
    for (long side : sides) {
      text.append(text.length() == 1 ? "" : ", ").append(side == -1 ? "N" : Long.toString(side));
    }
    return text.append(']').toString();
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a session could not be closed", e);
    }
  }
}
