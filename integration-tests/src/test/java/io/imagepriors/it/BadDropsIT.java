package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Trainer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What should never have been dropped: it is refused with file and reason, everything that was
 * plugged in stays the same object, and the problem goes with the file.
 */
class BadDropsIT {
  private static final List<Class<? extends Plugin>> KINDS =
      List.of(
          Prior.class,
          Degradation.class,
          Restorer.class,
          Dataset.class,
          Trainer.class,
          PriorReader.class);
  private static final String NOTHING = "return java.util.List.of();";

  @RegisterExtension static final RunningPlatform platform = new RunningPlatform();

  private final Problems problems = new Problems(platform);
  @TempDir Path workshop;
  private Set<Plugin> before;

  @BeforeEach
  void see() throws Exception {
    before = plugins();
  }

  @Test
  void should_refuse_a_jar_of_no_bytes() throws Exception {
    assertRefused("empty.jar", new byte[0], "zip");
  }

  @Test
  void should_refuse_a_jar_that_is_cut_off() throws Exception {
    byte[] jar = JarParts.jar(JarParts.manifest(""), provider(NOTHING));
    assertRefused("cut.jar", Arrays.copyOf(jar, jar.length / 2), "zip");
  }

  @Test
  void should_refuse_a_jar_without_a_manifest() throws Exception {
    assertRefused("plain.jar", JarParts.jar(provider(NOTHING)), "Bundle-SymbolicName");
  }

  @Test
  void should_refuse_classes_of_a_newer_java() throws Exception {
    byte[] provider = provider(NOTHING);
    provider[7] = 99; // the major version of the class file; Java 17 is 61
    assertRefused("newer.jar", JarParts.jar(JarParts.manifest(""), provider), "version");
  }

  @Test
  void should_refuse_a_jar_that_imports_what_nobody_exports() throws Exception {
    byte[] jar = JarParts.jar(JarParts.manifest(",absent.library"), provider(NOTHING));
    assertRefused("lonely.jar", jar, "absent.library");
  }

  @Test
  void should_refuse_a_provider_that_throws() throws Exception {
    byte[] provider = provider("throw new IllegalStateException(\"no luck\");");
    assertRefused("throws.jar", JarParts.jar(JarParts.manifest(""), provider), "no luck");
  }

  @Test
  void should_refuse_a_provider_that_hangs() throws Exception {
    byte[] provider =
        provider(
            "while (true) { Thread.interrupted(); java.util.concurrent.locks.LockSupport.park(); }");
    byte[] jar = JarParts.jar(JarParts.manifest(""), provider);
    assertRefused("hangs.jar", jar, "did not end within");
  }

  @Test
  void should_refuse_an_activator_that_throws() throws Exception {
    byte[] activator =
        JarParts.activator("throw new IllegalStateException(\"out of order\");", workshop);
    byte[] jar = JarParts.jar(JarParts.activatorManifest(), activator);
    assertRefused("activator.jar", jar, "out of order");
  }

  @Test
  void should_refuse_a_model_of_no_bytes() throws Exception {
    assertRefused("empty.onnx", new byte[0], "expected");
  }

  @Test
  void should_refuse_garbage_as_a_model() throws Exception {
    byte[] garbage = new byte[4096];
    new java.util.Random(1).nextBytes(garbage);
    assertRefused("garbage.onnx", garbage, "expected");
  }

  @Test
  void should_refuse_a_model_that_claims_two_gigabytes() throws Exception {
    byte[] claim = {0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07};
    assertRefused("claims.onnx", claim, "2147483647 bytes");
  }

  @Test
  void should_refuse_a_model_whose_shape_is_not_that_of_its_graph() throws Exception {
    ModelProto model =
        ShippedModel.with(ShippedModel.named("wrong"), "imagepriors.shape", "1x14x14");
    assertRefused("wrong.onnx", model.toByteArray(), "expected");
  }

  @Test
  void should_refuse_a_model_of_absurd_dimensions() throws Exception {
    ModelProto model =
        ShippedModel.with(ShippedModel.named("vast"), "imagepriors.shape", "1x99999999x99999999");
    assertRefused("vast.onnx", model.toByteArray(), "expected");
  }

  @Test
  void should_refuse_a_model_with_weights_that_are_no_numbers() throws Exception {
    assertRefused("nan.onnx", withNaN(ShippedModel.named("nan")).toByteArray(), "nan.onnx");
  }

  @Test
  void should_refuse_a_link_to_nothing() throws Exception {
    Path absent = workshop.resolve("absent");
    for (String name : List.of("link.onnx", "link.jar")) {
      Path link = platform.plugins().resolve(name);
      assertRefused(Files.createSymbolicLink(link, absent), "no such file");
    }
  }

  @Test
  void should_refuse_a_folder() throws Exception {
    assertRefused(Files.createDirectory(platform.plugins().resolve("folder.onnx")), "a folder");
    assertRefused(Files.createDirectory(platform.plugins().resolve("folder.jar")), "a folder");
  }

  @Test
  void should_refuse_a_file_of_a_kind_that_nobody_reads() throws Exception {
    assertRefused("notes.txt", "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8), "onnx");
  }

  @Test
  void should_name_a_bad_file_whatever_characters_its_name_has() throws Exception {
    assertRefused("ein böses # 100 % 模型.onnx", new byte[] {1}, "expected");
    assertRefused("ein böses # 100 % 模型.jar", new byte[] {1}, "zip");
  }

  private byte[] provider(String body) throws IOException {
    return JarParts.provider(body, workshop);
  }

  private void assertRefused(String name, byte[] content, String reason) throws Exception {
    assertRefused(Files.write(platform.plugins().resolve(name), content), reason);
  }

  private void assertRefused(Path file, String reason) throws Exception {
    try {
      assertThat(problems.await(file)).containsIgnoringCase(reason);
      assertThat(plugins()).isEqualTo(before);
    } finally {
      Files.delete(file);
    }
    problems.awaitNone(file);
  }

  private static Set<Plugin> plugins() throws Exception {
    Set<Plugin> all = new HashSet<>();
    for (Class<? extends Plugin> kind : KINDS) {
      all.addAll(platform.all(kind));
    }
    return all;
  }

  /** The largest weight's first number is spoilt, however it is stored. */
  private static ModelProto withNaN(ModelProto model) {
    GraphProto graph = model.getGraph();
    List<TensorProto> weights = graph.getInitializerList();
    int largest = 0;
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i).getSerializedSize() > weights.get(largest).getSerializedSize()) {
        largest = i;
      }
    }
    byte[] raw = weights.get(largest).getRawData().toByteArray();
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, Float.NaN);
    TensorProto spoilt =
        weights.get(largest).toBuilder().setRawData(ByteString.copyFrom(raw)).build();
    return model.toBuilder().setGraph(graph.toBuilder().setInitializer(largest, spoilt)).build();
  }
}
