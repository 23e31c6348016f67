package io.imagepriors.autoencoder.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.inference.OnnxPrior;
import io.imagepriors.autoencoder.network.Architecture;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Layer.BatchNorm;
import io.imagepriors.autoencoder.network.Layer.Convolution;
import io.imagepriors.autoencoder.network.Layer.Linear;
import io.imagepriors.autoencoder.network.Layer.Relu;
import io.imagepriors.autoencoder.network.Layer.Reshape;
import io.imagepriors.autoencoder.network.Layer.Sigmoid;
import io.imagepriors.autoencoder.network.Layer.Upsample;
import io.imagepriors.autoencoder.network.Network;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;
import io.imagepriors.autoencoder.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelExportTest {
  private static final Autoencoder SMALL = Architecture.CONV.create(Shape.grey(8, 8), 8);
  private static final Map<String, String> METADATA = Map.of("name", "test");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "CONV, 1x28x28, 12",
    "CONV, 3x8x12, 8",
    "CONV, 1x4x4, 9",
    "MLP, 1x28x28, 12",
    "MLP, 3x5x7, 8",
    "MLP, 1x1x1, 1"
  })
  void should_write_a_model_that_agrees_with_the_reference(
      Architecture architecture, String shape, int dimension) {
    // given
    Autoencoder network = architecture.create(Shape.parse(shape), dimension);
    Weights weights = ReferenceModel.randomWeights(network, 1);
    Path file = folder.resolve("model.onnx");

    // when: the export itself compares all functions with the reference and finite differences
    ModelExport.write(network, weights, METADATA, new ReferenceModel(network, weights), file);

    // then
    try (OnnxPrior prior = OnnxPrior.of(file)) {
      assertThat(prior.shape()).isEqualTo(Shape.parse(shape));
    }
  }

  @Test
  void should_write_any_order_of_layers() {
    // given: odd sides, a wide kernel after upsampling, upsampling that merges with nothing
    Network encoder =
        new Network(
            "encoder",
            List.of(
                new Convolution(2, 3, 2),
                new BatchNorm(),
                new Relu(),
                new Convolution(3, 3, 1),
                new Relu(),
                new Linear(4),
                new Sigmoid()));
    Network decoder =
        new Network(
            "decoder",
            List.of(
                new Linear(8),
                new Reshape(2, 2, 2),
                new Upsample(),
                new Convolution(3, 5, 1),
                new BatchNorm(),
                new Relu(),
                new Upsample(),
                new Relu(),
                new Convolution(2, 3, 1),
                new Linear(60),
                new Reshape(2, 6, 5),
                new Sigmoid()));
    Autoencoder network = new Autoencoder(new Shape(2, 6, 5), 4, encoder, decoder);
    Weights weights = ReferenceModel.randomWeights(network, 3);
    Path file = folder.resolve("model.onnx");

    // when
    ModelExport.write(network, weights, METADATA, new ReferenceModel(network, weights), file);

    // then
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void should_write_the_same_bytes_for_the_same_input() throws IOException {
    // given
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("name", "test");
    metadata.put("seed", "7");
    metadata.put("data", "noise");

    // when
    byte[] first = Files.readAllBytes(export(metadata, "first.onnx"));
    byte[] second = Files.readAllBytes(export(metadata, "second.onnx"));

    // then
    assertThat(first).isEqualTo(second);
    try (OnnxPrior prior = OnnxPrior.of(folder.resolve("first.onnx"))) {
      assertThat(prior.descriptor().facts())
          .containsEntry("seed", "7")
          .containsEntry("data", "noise")
          .containsEntry("format", "1");
    }
  }

  @Test
  void should_store_weights_once_and_compute_nothing_twice() throws IOException {
    // given
    Path file = export(METADATA, "model.onnx");

    // when
    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
    Map<String, Long> operators =
        model.getGraph().getNodeList().stream()
            .collect(Collectors.groupingBy(NodeProto::getOpType, Collectors.counting()));

    // then: four linear layers and four convolutions, forth and back; the decoder's last one is
    // transposed forward and two are backward; three hidden layers each way
    assertThat(operators).containsEntry("Gemm", 8L);
    assertThat(operators).containsEntry("Conv", 5L).containsEntry("ConvTranspose", 3L);
    assertThat(operators).containsEntry("Relu", 6L).containsEntry("Greater", 6L);
    assertThat(operators).containsEntry("Sigmoid", 2L);
    assertThat(operators).doesNotContainKeys("BatchNormalization", "Resize", "Identity");
    assertThat(model.getGraph().getInitializerList())
        .hasSize(16)
        .extracting(weight -> weight.getName())
        .doesNotHaveDuplicates();
  }

  @Test
  void should_run_in_any_runtime_as_it_is() throws IOException, OrtException {
    // given
    Path file = export(METADATA, "model.onnx");
    OrtEnvironment environment = OrtEnvironment.getEnvironment();

    // when
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(file.toString(), options);
        OnnxTensor x = OnnxTensor.createTensor(environment, new float[5][1][8][8]);
        OrtSession.Result result = session.run(Map.of("x", x))) {

      // then
      assertThat((float[]) result.get("energy").orElseThrow().getValue()).hasSize(5);
      assertThat((float[][][][]) result.get("gradient").orElseThrow().getValue())
          .hasDimensions(5, 1);
    }
  }

  @Test
  void should_refuse_to_write_what_disagrees_with_the_reference() throws IOException {
    // given
    Weights weights = ReferenceModel.randomWeights(SMALL, 1);
    Weights others = ReferenceModel.randomWeights(SMALL, 2);
    Path file = Files.writeString(folder.resolve("model.onnx"), "as it was");

    // when, then
    assertThatThrownBy(
            () ->
                ModelExport.write(
                    SMALL, weights, METADATA, new ReferenceModel(SMALL, others), file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("energy of the exported model must agree with its reference");
    assertThat(file).hasContent("as it was");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void should_refuse_weights_and_metadata_that_do_not_fit() {
    // given
    Weights weights = ReferenceModel.randomWeights(SMALL, 1);
    ReferenceModel reference = new ReferenceModel(SMALL, weights);
    Map<String, Tensor> infinite = new LinkedHashMap<>();
    weights.names().forEach(name -> infinite.put(name, weights.get(name)));
    Tensor bias = weights.get("encoder.0.bias");
    float[] values = bias.values();
    values[3] = Float.POSITIVE_INFINITY;
    infinite.put("encoder.0.bias", Tensor.of(bias.dims(), values));
    Path file = folder.resolve("model.onnx");

    // when, then
    assertThatThrownBy(
            () -> ModelExport.write(SMALL, Weights.of(infinite), METADATA, reference, file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("weight 'encoder.0.bias' must be finite, got Infinity at value 3");
    assertThatThrownBy(
            () -> ModelExport.write(SMALL, weights, Map.of("seed", "1"), reference, file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("model metadata must have a name, got [seed]");
    assertThatThrownBy(
            () ->
                ModelExport.write(
                    SMALL, weights, Map.of("name", "test", "shape", "1x1x1"), reference, file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("model metadata must leave this key to the export, got shape");
    assertThat(file).doesNotExist();
  }

  @Test
  void should_say_that_a_file_cannot_be_written_and_leave_nothing() throws IOException {
    // given: a folder that is none, and a folder where the file should be
    Path inFile = Files.writeString(folder.resolve("plain"), "text").resolve("model.onnx");
    Path taken = Files.createDirectories(folder.resolve("taken").resolve("inner")).getParent();

    // when, then
    assertThatThrownBy(() -> export(METADATA, inFile.toString()))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(inFile + " can't be written")
        .hasMessageNotContaining(".part");
    assertThatThrownBy(() -> export(METADATA, "taken"))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(taken + " can't be written")
        .hasMessageNotContaining(".part");
    assertThat(files()).containsExactlyInAnyOrder(inFile.getParent(), taken);
  }

  private Path export(Map<String, String> metadata, String name) {
    Weights weights = ReferenceModel.randomWeights(SMALL, 1);
    Path file = folder.resolve(name);
    ModelExport.write(SMALL, weights, metadata, new ReferenceModel(SMALL, weights), file);
    return file;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
