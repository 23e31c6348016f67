package io.imagepriors.autoencoder.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.autoencoder.inference.MetadataEdit;
import io.imagepriors.autoencoder.inference.ModelFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model with its metadata as the bytes of a file. The same input gives the same bytes. */
final class ModelBytes {
  private ModelBytes() {}

  /**
   * The file's bytes.
   *
   * @param model without metadata; changed
   * @param contract entries by full keys that the format demands
   * @param metadata what the file says of itself, by keys without the format's prefix
   * @throws InvalidInputException if both have a key, or the metadata has no name
   */
  static byte[] of(
      ModelProto.Builder model, Map<String, String> contract, Map<String, String> metadata) {
    return MetadataEdit.bytes(model, entries(contract, metadata));
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
}
