package io.imagepriors.classifiers.digits;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Shape;
import io.imagepriors.api.Trainer;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DigitPluginProviderTest {
  private final List<Plugin> plugins =
      ServiceLoader.load(PluginProvider.class).stream()
          .filter(provider -> provider.type() == DigitPluginProvider.class)
          .flatMap(provider -> provider.get().plugins().stream())
          .toList();

  @AfterEach
  void close() {
    plugins.forEach(Plugin::close);
  }

  private <T extends Plugin> T only(Class<T> kind) {
    List<T> found = plugins.stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void should_offer_a_classifier_and_its_trainer_by_one_name() {
    assertThat(plugins).hasSize(2);
    assertThat(only(Classifier.class).name()).isEqualTo("digit-classifier");
    assertThat(only(Trainer.class).name()).isEqualTo("digit-classifier");
    assertThat(only(Trainer.class).product()).isEqualTo(Classifier.class);
  }

  @Test
  void should_say_how_the_model_was_made_without_the_digits_that_test_it() {
    assertThat(only(Classifier.class).descriptor().facts())
        .containsKeys("seed", "command", "licence", "quality.accuracy")
        .containsEntry("data", "mnist train[10000:60000]")
        .containsEntry("trainer", "digit-classifier");
  }

  @Test
  void should_take_a_stroke_for_a_one_and_a_ring_for_a_nought() {
    Classifier classifier = only(Classifier.class);
    ClassifierModel model = classifier.bind(Shape.grey(28, 28), classifier.descriptor().defaults());
    ImageStack images = ImageStack.zeros(2, model.shape());
    for (int i = 0; i < 784; i++) {
      int row = i / 28;
      int column = i % 28;
      boolean stroke = row >= 4 && row < 24 && column >= 13 && column < 16;
      double radius = Math.hypot((row - 13.5) / 9, (column - 13.5) / 6.5);
      images.pixels()[i] = stroke ? 1 : 0;
      images.pixels()[784 + i] = radius > 0.75 && radius < 1.1 ? 1 : 0;
    }

    float[] probabilities = model.probabilities(images);

    assertThat(model.classes()).isEqualTo(10);
    assertThat(probabilities[1]).isGreaterThan(0.9f);
    assertThat(probabilities[10]).isGreaterThan(0.9f);
  }
}
