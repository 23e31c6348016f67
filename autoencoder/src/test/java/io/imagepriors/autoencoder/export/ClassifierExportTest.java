package io.imagepriors.autoencoder.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import io.imagepriors.autoencoder.inference.OnnxClassifier;
import io.imagepriors.autoencoder.inference.OnnxClassifierReader;
import io.imagepriors.autoencoder.inference.OnnxPriorReader;
import io.imagepriors.autoencoder.network.Architecture;
import io.imagepriors.autoencoder.network.Autoencoder;
import io.imagepriors.autoencoder.network.ClassifierNetwork;
import io.imagepriors.autoencoder.network.Weights;
import io.imagepriors.autoencoder.reference.ReferenceClassifier;
import io.imagepriors.autoencoder.reference.ReferenceModel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierExportTest {
  /** Float32 sums of some hundred terms of size one, against doubles. */
  private static final float ROUNDING = 1e-4f;

  private final ClassifierNetwork network = ClassifierNetwork.convolutional(new Shape(2, 9, 12), 5);
  private final Weights weights = ReferenceModel.randomWeights(network.weightDims(), 1);
  private final ReferenceClassifier reference = new ReferenceClassifier(network, weights);
  @TempDir private Path folder;

  private Path exported() {
    Path file = folder.resolve("five.onnx");
    ClassifierExport.write(network, weights, Map.of("name", "five"), reference, file);
    return file;
  }

  private ImageStack images(int count) {
    ImageStack images = ImageStack.zeros(count, network.shape());
    Random random = new Random(2);
    for (int i = 0; i < images.pixels().length; i++) {
      images.pixels()[i] = random.nextFloat();
    }
    return images;
  }

  @Test
  void should_write_what_computes_the_network() {
    ImageStack x = images(7);
    try (OnnxClassifier classifier = OnnxClassifier.of(exported())) {
      ClassifierModel model = classifier.bind(x.shape(), classifier.descriptor().defaults());

      assertThat(classifier.name()).isEqualTo("five");
      assertThat(model.classes()).isEqualTo(5);
      assertThat(model.features()).isEqualTo(128);
      assertThat(model.probabilities(x))
          .containsExactly(reference.probabilities(x), within(ROUNDING));
      assertThat(model.features(x)).containsExactly(reference.features(x), within(ROUNDING));
    }
  }

  @Test
  void should_write_nothing_that_disagrees_with_its_reference() {
    Weights others = ReferenceModel.randomWeights(network.weightDims(), 9);
    Path file = folder.resolve("wrong.onnx");

    assertThatThrownBy(
            () ->
                ClassifierExport.write(
                    network,
                    weights,
                    Map.of("name", "wrong"),
                    new ReferenceClassifier(network, others),
                    file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("probabilities of the exported model");
    assertThat(file).doesNotExist();
  }

  @Test
  void should_tell_priors_and_classifiers_apart() {
    Path classifier = exported();
    Path prior = folder.resolve("prior.onnx");
    Autoencoder autoencoder = Architecture.MLP.create(Shape.grey(4, 4), 3);
    Weights values = ReferenceModel.randomWeights(autoencoder, 3);
    ModelExport.write(
        autoencoder, values, Map.of("name", "p"), new ReferenceModel(autoencoder, values), prior);

    assertThatThrownBy(() -> new OnnxPriorReader().open(classifier))
        .isInstanceOf(FileException.class)
        .hasMessageEndingWith("five.onnx: expected a prior, got a classifier");
    assertThatThrownBy(() -> new OnnxClassifierReader().open(prior))
        .isInstanceOf(FileException.class)
        .hasMessageEndingWith("prior.onnx: expected a classifier, got a prior");
    new OnnxClassifierReader().open(classifier).close();
  }

  @Test
  void should_refuse_what_does_not_fit_and_use_after_closing() {
    ImageStack x = images(2);
    OnnxClassifier classifier = OnnxClassifier.of(exported());
    ClassifierModel model = classifier.bind(x.shape(), classifier.descriptor().defaults());

    assertThatThrownBy(() -> classifier.bind(Shape.grey(9, 12), classifier.descriptor().defaults()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("images for the classifier 'five' must have shape 2x9x12");
    assertThatThrownBy(() -> model.classify(x, new float[9], new float[256]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("array of probabilities");
    assertThatThrownBy(() -> model.classify(x, new float[10], new float[255]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("array of features");
    model.probabilities(x);
    classifier.close();
    assertThatThrownBy(() -> model.probabilities(x))
        .isInstanceOf(WithdrawnException.class)
        .hasMessageContaining("five");
  }
}
