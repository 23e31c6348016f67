package io.imagepriors.autoencoder.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.PriorModel;
import io.imagepriors.autoencoder.file.AtomicFile;
import io.imagepriors.autoencoder.inference.ModelFormat;
import io.imagepriors.autoencoder.inference.OnnxPrior;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a trained auto-encoder as one ONNX file (see {@link ModelFormat}), with the gradients that
 * restoration needs written as forward operators. The same input gives the same bytes.
 */
public final class ModelExport {
  private ModelExport() {}

  /**
   * Writes the model file, or nothing at all. Before it appears, it is opened by ONNX Runtime and
   * everything it computes is compared with the reference and with finite differences.
   *
   * @param network the layers
   * @param weights exactly the weights of {@code network}
   * @param metadata what the file shall say of itself, by plain names, in order: {@code name} (the
   *     plug-in's name, needed), {@code summary} (half a line), {@code seed}, {@code data}, {@code
   *     licence}, ... Keys are stored with the prefix {@code imagepriors.}; {@code format}, {@code
   *     shape}, {@code dimension} and {@code functions} are added here
   * @param reference the same auto-encoder computed in another way, with its latent space
   * @param file replaced in one step if it exists
   * @throws InvalidInputException if weights or metadata do not fit, or if the model disagrees with
   *     the reference or with finite differences
   * @throws FileException if the file can't be written
   */
  public static void write(
      Autoencoder network,
      Weights weights,
      Map<String, String> metadata,
      PriorModel reference,
      Path file) {
    weights.requireFitting(network);
    byte[] bytes = bytes(network, weights, metadata);
    try (OnnxPrior prior = OnnxPrior.of(file, bytes)) {
      prior.load();
      PriorModel model = prior.bind(network.shape(), prior.descriptor().defaults());
      new ModelCheck(model, reference).require();
    }
    AtomicFile.write(file, stream -> stream.write(bytes));
  }

  /**
   * The file's bytes. The graph with its weights comes last, so that the metadata can be read
   * without it: protobuf takes fields in any order.
   */
  static byte[] bytes(Autoencoder network, Weights weights, Map<String, String> metadata) {
    ModelProto.Builder head = new ModelGraphs(network, weights).model();
    GraphProto graph = head.getGraph();
    head.clearGraph();
    entries(network, metadata).forEach((k, v) -> head.addMetadataProps(ModelGraphs.entry(k, v)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(graph.getSerializedSize() + 65536);
    append(head.build(), bytes);
    append(ModelProto.newBuilder().setGraph(graph).build(), bytes);
    return bytes.toByteArray();
  }

  private static Map<String, String> entries(Autoencoder network, Map<String, String> metadata) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(ModelFormat.VERSION_KEY, ModelFormat.VERSION);
    entries.put(ModelFormat.SHAPE_KEY, network.shape().toString());
    entries.put(ModelFormat.DIMENSION_KEY, Integer.toString(network.dimension()));
    entries.put(
        ModelFormat.FUNCTIONS_KEY,
        String.join(",", ModelFormat.ENCODE, ModelFormat.DECODE, ModelFormat.DECODE_VJP));
    metadata.forEach(
        (key, value) -> {
          if (entries.putIfAbsent(ModelFormat.PREFIX + key, value) != null) {
            throw InvalidInputException.of("model metadata", "leave this key to the export", key);
          }
        });
    if (!entries.containsKey(ModelFormat.NAME_KEY)) {
      throw InvalidInputException.of("model metadata", "have a name", metadata.keySet());
    }
    return entries;
  }

  private static void append(MessageLite message, ByteArrayOutputStream bytes) {
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      message.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
