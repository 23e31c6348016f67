package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import io.imagepriors.api.FileException;
import io.imagepriors.autoencoder.calibration.CalibrationTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models as bytes of a file, and what their metadata says. The same input gives the same bytes. */
public final class MetadataEdit {
  private MetadataEdit() {}

  /**
   * A model with metadata. The graph with its weights comes last, so that the metadata can be read
   * without it: protobuf takes fields in any order.
   *
   * @param model its own metadata are dropped; changed
   * @param entries by full keys
   */
  public static byte[] bytes(ModelProto.Builder model, Map<String, String> entries) {
    GraphProto graph = model.getGraph();
    model.clearGraph().clearMetadataProps();
    entries.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(graph.getSerializedSize() + 65536);
    append(model.build(), bytes);
    append(ModelProto.newBuilder().setGraph(graph).build(), bytes);
    return bytes.toByteArray();
  }

  /**
   * A model with a calibration in place of any that it had.
   *
   * @param path for errors
   * @param model as bytes
   * @param texts of the calibration, by keys without prefix
   * @throws FileException if that is no model
   */
  public static byte[] withCalibration(Path path, byte[] model, Map<String, String> texts) {
    try {
      ModelProto.Builder parsed = ModelProto.parseFrom(model).toBuilder();
      Map<String, String> entries = new LinkedHashMap<>();
      for (StringStringEntryProto entry : parsed.getMetadataPropsList()) {
        if (!isCalibration(entry.getKey())) {
          entries.put(entry.getKey(), entry.getValue());
        }
      }
      texts.forEach((key, value) -> entries.put(ModelFormat.PREFIX + key, value));
      return bytes(parsed, entries);
    } catch (IOException e) {
      throw FileException.unreadable(path, e);
    }
  }

  private static boolean isCalibration(String key) {
    return key.startsWith(ModelFormat.PREFIX)
        && CalibrationTexts.owns(key.substring(ModelFormat.PREFIX.length()));
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
