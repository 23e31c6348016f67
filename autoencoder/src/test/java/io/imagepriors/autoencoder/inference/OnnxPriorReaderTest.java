package io.imagepriors.autoencoder.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.imagepriors.api.FileException;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.Architecture;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxPriorReaderTest {
  @TempDir static Path folder;

  private static byte[] sound;

  private final PriorReader reader = new OnnxPriorReader();

  @BeforeAll
  static void export() throws IOException {
    Path file = folder.resolve("sound.onnx");
    TestModels.export(Architecture.MLP.create(Shape.grey(4, 4), 3), file);
    sound = Files.readAllBytes(file);
  }

  @Test
  void should_open_sound_models_of_both_kinds() throws IOException {
    // given
    Path full = write("full.onnx", sound);
    Path small = write("small.onnx", TestModels.smallest().build().toByteArray());

    // when, then
    try (Prior prior = reader.open(full);
        Prior other = reader.open(small)) {
      assertThat(prior.name()).isEqualTo("test");
      assertThat(other.name()).isEqualTo("small");
    }
  }

  @Test
  void should_be_offered_by_this_jar() {
    // when
    List<Plugin> plugins =
        ServiceLoader.load(PluginProvider.class).stream()
            .flatMap(provider -> provider.get().plugins().stream())
            .toList();

    // then
    assertThat(plugins).hasAtLeastOneElementOfType(OnnxPriorReader.class);
    assertThat(reader.name()).isEqualTo("onnx");
  }

  @Test
  void should_accept_onnx_files_by_name() {
    assertThat(reader.accepts(Path.of("a", "b.onnx"))).isTrue();
    assertThat(reader.accepts(Path.of("B.ONNX"))).isTrue();
    assertThat(reader.accepts(Path.of("naive"))).isFalse();
    assertThat(reader.accepts(Path.of("model.onnx.part"))).isFalse();
  }

  static Stream<Arguments> brokenBytes() {
    return Stream.of(
        Arguments.of("empty", new byte[0], "a graph at offset 0, got the end of the file"),
        Arguments.of(
            "text",
            "This is no model.\n".getBytes(StandardCharsets.UTF_8),
            "an ONNX model at offset 0"),
        Arguments.of("zeros", new byte[4096], "an ONNX model at offset 0"),
        Arguments.of(
            "cut", Arrays.copyOf(sound, sound.length / 2), "bytes until the end of the file"),
        Arguments.of("cut-early", Arrays.copyOf(sound, 40), "until the end of the file"),
        Arguments.of("cut-late", Arrays.copyOf(sound, sound.length - 1), "a graph of"),
        Arguments.of(
            "claims-2-gb",
            new byte[] {0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7, 0},
            "expected a graph of 2147483647 bytes at offset 1, got 1 bytes until the end"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenBytes")
  void should_say_where_the_bytes_break(String name, byte[] bytes, String message)
      throws IOException {
    // given
    Path file = write(name + ".onnx", bytes);

    // when, then
    assertRefused(file, message);
  }

  static Stream<Arguments> brokenModels() {
    return Stream.of(
        broken(
            "no-x",
            model -> model.getGraphBuilder().getInputBuilder(0).setName("image"),
            "a graph with an input 'x', got [image]"),
        broken(
            "no-energy",
            model -> model.getGraphBuilder().removeOutput(0),
            "output 'energy' [N] of float32, got none"),
        broken(
            "no-gradient",
            model -> model.getGraphBuilder().removeOutput(1),
            "output 'gradient' [N, 1, 2, 3] of float32, got none"),
        broken(
            "rank",
            model -> model.getGraphBuilder().setInput(0, TestModels.value("x", -1, 6)),
            "input 'x' to be [N, C, H, W] of at most 67108864 values, got [?, 6]"),
        broken(
            "huge-image",
            model ->
                model.getGraphBuilder().setInput(0, TestModels.value("x", -1, 3, 65536, 65536)),
            "at most 67108864 values, got [?, 3, 65536, 65536]"),
        broken(
            "two-at-a-time",
            model -> model.getGraphBuilder().setInput(0, TestModels.value("x", 2, 1, 2, 3)),
            "input 'x' [N, 1, 2, 3] of float32, got FLOAT [2, 1, 2, 3]"),
        broken(
            "other-shape",
            model -> model.addMetadataProps(entry("shape", "1x3x2")),
            "input 'x' [N, 1, 3, 2] of float32, got FLOAT [N, 1, 2, 3]"),
        broken(
            "shape-text",
            model -> model.addMetadataProps(entry("shape", "wide")),
            "an image shape such as 1x28x28"),
        broken(
            "name",
            model -> model.addMetadataProps(entry("name", "My\nPrior")),
            "a name of lower case letters, digits and hyphens, got 'My Prior'"),
        broken(
            "operator",
            model -> model.getGraphBuilder().getNodeBuilder(1).setOpType("Divide"),
            "a graph that ONNX Runtime takes, got No Op registered for Divide"),
        broken(
            "far-future",
            model -> model.setIrVersion(999),
            "a graph that ONNX Runtime takes, got Unsupported model IR version: 999"),
        broken(
            "claimed-weight",
            model ->
                model
                    .getGraphBuilder()
                    .addInitializer(
                        TensorProto.newBuilder()
                            .setName("w")
                            .setDataType(TensorProto.DataType.FLOAT_VALUE)
                            .addDims(1L << 40)
                            .setRawData(ByteString.copyFrom(new byte[8]))),
            "weight 'w' of sides [1099511627776] with all its values, got 2"),
        broken(
            "claimed-indices",
            model -> model.getGraphBuilder().getInitializerBuilder(0).setDims(0, 1L << 31),
            "weight 'first' with all its values"),
        broken(
            "linked-weight",
            model ->
                model
                    .getGraphBuilder()
                    .getInitializerBuilder(0)
                    .setDataLocation(TensorProto.DataLocation.EXTERNAL),
            "weight 'first' inside the file, got a link to another file"),
        broken(
            "promised-function",
            model -> model.addMetadataProps(entry("functions", "encode, decode")),
            "a function 'encode' in the domain io.imagepriors, got none"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenModels")
  void should_say_what_a_small_model_lacks(
      String name, Consumer<ModelProto.Builder> damage, String message) throws IOException {
    // given
    ModelProto.Builder model = TestModels.smallest();
    damage.accept(model);
    Path file = write(name + ".onnx", model.build().toByteArray());

    // when, then
    assertRefused(file, message);
  }

  static Stream<Arguments> brokenPriors() {
    return Stream.of(
        broken("no-decoder", model -> model.removeFunctions(1), "a function 'decode' in the"),
        broken(
            "dimension",
            model -> metadata(model, "dimension").setValue("4"),
            "output 'z' [N, 4] of float32, got FLOAT [N, 3]"),
        broken(
            "no-dimension",
            model -> metadata(model, "dimension").setValue("many"),
            "imagepriors.dimension to be a number from 1, got 'many'"),
        broken(
            "shape",
            model -> metadata(model, "shape").setValue("1x2x8"),
            "input 'x' [N, 1, 2, 8] of float32, got FLOAT [N, 1, 4, 4]"),
        broken(
            "unknown-weight",
            model -> model.getFunctionsBuilder(0).addInput("encoder.99.weight"),
            "function 'encode' to take [x] and weights, got [x, encoder.99.weight]"),
        broken(
            "output",
            model -> model.getFunctionsBuilder(0).setOutput(0, "code"),
            "function 'encode' to give [z], got [code]"),
        broken(
            "function-operator",
            model -> model.getFunctionsBuilder(1).getNodeBuilder(0).setOpType("Gemmm"),
            "a graph that ONNX Runtime takes, got No Op registered for Gemmm"),
        broken(
            "empty-function",
            model -> model.getFunctionsBuilder(2).clearNode(),
            "a graph that ONNX Runtime takes, got"),
        broken(
            "nan",
            model -> spoil(model.getGraphBuilder().getInitializerBuilder(0)),
            "weight 'encoder.0.weight' to be finite, got NaN at value 2"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenPriors")
  void should_say_what_a_full_model_lacks(
      String name, Consumer<ModelProto.Builder> damage, String message) throws IOException {
    // given
    ModelProto.Builder model = ModelProto.parseFrom(sound).toBuilder();
    damage.accept(model);
    Path file = write("full-" + name + ".onnx", model.build().toByteArray());

    // when, then
    assertRefused(file, message);
  }

  @Test
  void should_refuse_files_of_more_than_a_gigabyte_unread() throws IOException {
    // given: a file that is long, but takes no room
    Path file = folder.resolve("long.onnx");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength((1L << 30) + 1);
    }

    // when, then
    assertRefused(file, "a model of at most 1073741824 bytes, got 1073741825");
  }

  @Test
  void should_say_that_a_file_is_missing_or_a_folder() {
    assertRefused(folder.resolve("nowhere.onnx"), "no such file or folder");
    assertRefused(folder, "can't be read");
  }

  private void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> reader.open(file))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message)
        .message()
        .hasLineCount(1);
  }

  private static Arguments broken(
      String name, Consumer<ModelProto.Builder> damage, String message) {
    return Arguments.of(name, damage, message);
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder()
        .setKey(ModelFormat.PREFIX + key)
        .setValue(value)
        .build();
  }

  private static StringStringEntryProto.Builder metadata(ModelProto.Builder model, String key) {
    return model.getMetadataPropsBuilderList().stream()
        .filter(entry -> entry.getKey().equals(ModelFormat.PREFIX + key))
        .findFirst()
        .orElseThrow();
  }

  private static void spoil(TensorProto.Builder weight) {
    byte[] bytes = weight.getRawData().toByteArray();
    Arrays.fill(bytes, 8, 12, (byte) 0xff);
    weight.setRawData(ByteString.copyFrom(bytes));
  }

  private static Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
