package io.imagepriors.it;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The model file of the shipped prior naive, to be changed by tests. */
final class ShippedModel {
  private ShippedModel() {}

  /** The model as it is. */
  static ModelProto read() throws IOException {
    Path bundle = Distribution.jar("bundles", "imagepriors-priors-naive");
    try (JarFile jar = new JarFile(bundle.toFile())) {
      JarEntry entry =
          jar.stream().filter(e -> e.getName().endsWith(".onnx")).findFirst().orElseThrow();
      try (InputStream in = jar.getInputStream(entry)) {
        return ModelProto.parseFrom(in);
      }
    }
  }

  /** The model with one entry of its metadata set, others unchanged. */
  static ModelProto with(ModelProto model, String key, String value) {
    ModelProto.Builder builder = model.toBuilder().clearMetadataProps();
    model.getMetadataPropsList().stream()
        .filter(entry -> !entry.getKey().equals(key))
        .forEach(builder::addMetadataProps);
    builder.addMetadataProps(
        StringStringEntryProto.newBuilder().setKey(key).setValue(value).build());
    return builder.build();
  }

  /** The model under another name. */
  static ModelProto named(String name) throws IOException {
    return with(read(), "imagepriors.name", name);
  }
}
