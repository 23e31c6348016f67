package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.autoencoder.inference.OnnxClassifier;
import io.imagepriors.autoencoder.network.ClassifierNetwork;
import io.imagepriors.autoencoder.network.Weights;
import io.imagepriors.autoencoder.training.LearnedModel.FlatValues;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTrainerTest {
  private static final Blobs IMAGES = Blobs.of(240);

  private final ClassifierTrainer trainer = new ClassifierTrainer("rows", "for tests");
  @TempDir private Path folder;

  private Parameters quick(int epochs) {
    return trainer
        .descriptor()
        .defaults()
        .with(Settings.EPOCHS, epochs)
        .with(Settings.BATCH, 16)
        .with(Settings.HELD_OUT, 0.2)
        .with(ClassifierTrainer.SHIFT, 0); // the class of a blob is its row
  }

  @Test
  void should_learn_the_classes_and_say_how_in_the_model_file() {
    TrainedPrior trained =
        trainer.train(IMAGES, folder.resolve("rows.onnx"), quick(8), Monitor.none());

    assertThat(trainer.product()).isEqualTo(Classifier.class);
    assertThat(trained.outcome()).isEqualTo(Outcome.COMPLETED);
    // Eight rows that are plain to see; chance is one eighth.
    assertThat(Double.parseDouble(trained.facts().get("quality.accuracy"))).isGreaterThan(0.9);
    assertThat(trained.facts())
        .containsEntry("name", "rows")
        .containsEntry("images.held-out", "48")
        .containsEntry("parameter.shift", "0")
        .containsKeys("data", "seed", "command", "licence", "version.djl");
    try (OnnxClassifier classifier = OnnxClassifier.of(trained.file())) {
      ClassifierModel model = classifier.bind(IMAGES.shape(), classifier.descriptor().defaults());
      assertThat(classifier.descriptor().facts()).containsEntry("classes", "8");
      assertThat(model.probabilities(IMAGES.stack(3, 4))[3]).isGreaterThan(0.5f);
    }
  }

  @Test
  void should_write_the_same_bytes_for_the_same_seed_also_when_it_was_stopped() {
    Parameters parameters = quick(2).with(ClassifierTrainer.SHIFT, 1);
    Path first = folder.resolve("first.onnx");
    Path second = folder.resolve("second.onnx");

    trainer.train(IMAGES, first, parameters, Monitor.none());
    TrainedPrior stopped =
        trainer.train(IMAGES, second, parameters, progress -> progress.done() < 7);
    trainer.train(IMAGES, second, parameters, Monitor.none());

    assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void should_minimise_the_cross_entropy_of_its_probabilities() {
    ClassifierNetwork network = ClassifierNetwork.convolutional(IMAGES.shape(), 8);
    ImageStack x = IMAGES.stack(0, 4);
    int[] labels = {0, 1, 2, 3};
    Weights weights =
        FlatValues.initial(network.weightDims(), new SplittableRandom(1))
            .named(network.weightDims());
    try (TorchSession torch = TorchSession.open(1)) {
      float[] p = new DjlClassifier(torch, network, weights).probabilities(x);
      NDArray images =
          torch.manager().create(x.pixels(), new ai.djl.ndarray.types.Shape(4, 1, 8, 8));

      NDArray loss =
          new ClassifierLearner(network, 0)
              .loss(
                  Forward.of(torch.manager(), weights),
                  new Examples(images, labels, new SplittableRandom(1)));

      double expected = 0;
      for (int i = 0; i < 4; i++) {
        expected -= Math.log(p[i * 8 + labels[i]]) / 4;
      }
      // Float32 logarithms of size two.
      assertThat((double) loss.getFloat()).isEqualTo(expected, within(1e-5));
    }
  }

  @Test
  void should_refuse_images_without_labels_or_of_one_class() {
    Path file = folder.resolve("none.onnx");

    assertThatThrownBy(
            () ->
                trainer.train(new Relabelled(OptionalInt.empty()), file, quick(1), Monitor.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("image 0 of blobs")
        .hasMessageContaining("label");
    assertThatThrownBy(
            () -> trainer.train(new Relabelled(OptionalInt.of(0)), file, quick(1), Monitor.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("two classes");
    assertThat(folder).isEmptyDirectory();
  }

  /** The blobs with one label for all. */
  private record Relabelled(OptionalInt label) implements LabelledImages {
    @Override
    public String origin() {
      return "blobs";
    }

    @Override
    public Shape shape() {
      return IMAGES.shape();
    }

    @Override
    public int count() {
      return IMAGES.count();
    }

    @Override
    public void read(int index, ImageStack target, int slot) {
      IMAGES.read(index, target, slot);
    }

    @Override
    public OptionalInt label(int index) {
      return label;
    }
  }
}
