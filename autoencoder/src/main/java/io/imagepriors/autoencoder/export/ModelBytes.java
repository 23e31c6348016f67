package io.imagepriors.autoencoder.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.autoencoder.inference.ModelFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model with its metadata as the bytes of a file. The same input gives the same bytes. */
final class ModelBytes {
  private ModelBytes() {}

  /**
   * The file's bytes. The graph with its weights comes last, so that the metadata can be read
   * without it: protobuf takes fields in any order.
   *
   * @param model without metadata; changed
   * @param contract entries by full keys that the format demands
   * @param metadata what the file says of itself, by keys without the format's prefix
   * @throws InvalidInputException if both have a key, or the metadata has no name
   */
  static byte[] of(
      ModelProto.Builder model, Map<String, String> contract, Map<String, String> metadata) {
    GraphProto graph = model.getGraph();
    model.clearGraph();
    entries(contract, metadata)
        .forEach(
            (key, value) ->
                model.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(graph.getSerializedSize() + 65536);
    append(model.build(), bytes);
    append(ModelProto.newBuilder().setGraph(graph).build(), bytes);
    return bytes.toByteArray();
  }

  private static Map<String, String> entries(
      Map<String, String> contract, Map<String, String> metadata) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(ModelFormat.VERSION_KEY, ModelFormat.VERSION);
    entries.putAll(contract);
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
