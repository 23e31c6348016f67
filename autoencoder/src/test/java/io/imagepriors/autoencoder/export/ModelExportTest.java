package io.imagepriors.autoencoder.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.inference.OnnxPrior;
import io.imagepriors.autoencoder.network.Architecture;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.Weights;
import io.imagepriors.autoencoder.reference.ReferenceModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelExportTest {
  private static final Map<String, String> METADATA = metadata();

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

  private static Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("name", "test");
    metadata.put("summary", "a prior for tests");
    metadata.put("seed", "7");
    return metadata;
  }
}
