package io.imagepriors.autoencoder.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Layer.Convolution;
import io.imagepriors.autoencoder.network.Layer.Linear;
import io.imagepriors.autoencoder.network.Layer.Relu;
import io.imagepriors.autoencoder.network.Layer.Reshape;
import io.imagepriors.autoencoder.network.Layer.Sigmoid;
import io.imagepriors.autoencoder.network.Layer.Upsample;
import io.imagepriors.autoencoder.network.Network;
import io.imagepriors.autoencoder.network.Weights;
import io.imagepriors.autoencoder.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubPixelTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7})
  void should_compute_what_upsampling_and_a_convolution_of_any_kernel_compute(int kernel)
      throws IOException {
    // given: sides that differ, 32 channels in and 16 out
    Autoencoder network = network(kernel);
    Weights weights = ReferenceModel.randomWeights(network, 5);
    Path file = folder.resolve("model.onnx");

    // when: the export compares all functions with the reference, which upsamples
    ModelExport.write(
        network, weights, Map.of("name", "test"), new ReferenceModel(network, weights), file);

    // then
    List<NodeProto> nodes = ModelProto.parseFrom(Files.readAllBytes(file)).getGraph().getNodeList();
    assertThat(nodes).extracting(NodeProto::getOpType).doesNotContain("ConvTranspose", "Resize");
  }

  @Test
  void should_be_preferred_where_channels_fill_whole_blocks_only() {
    assertThat(new SubPixel(Dims.of(32, 7, 7), 16, 4, 1).isFaster()).isTrue();
    assertThat(new SubPixel(Dims.of(16, 14, 14), 1, 4, 1).isFaster()).isFalse();
    assertThat(new SubPixel(Dims.of(24, 7, 7), 16, 4, 1).isFaster()).isFalse();
  }

  private static Autoencoder network(int kernel) {
    Network encoder = new Network("encoder", List.of(new Linear(3), new Sigmoid()));
    Network decoder =
        new Network(
            "decoder",
            List.of(
                new Linear(32 * 2 * 3),
                new Reshape(32, 2, 3),
                new Upsample(),
                new Convolution(16, kernel, 1),
                new Relu(),
                new Linear(12),
                new Reshape(1, 3, 4),
                new Sigmoid()));
    return new Autoencoder(Shape.grey(3, 4), 3, encoder, decoder);
  }
}
