package io.imagepriors.autoencoder.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierNetworkTest {
  private static final Shape DIGIT = Shape.grey(28, 28);

  @Test
  void should_give_a_score_per_class_from_128_features() {
    ClassifierNetwork network = ClassifierNetwork.convolutional(DIGIT, 10);

    assertThat(network.classes()).isEqualTo(10);
    assertThat(network.features()).isEqualTo(128);
    assertThat(network.weightDims())
        .containsEntry("backbone.0.weight", Dims.of(16, 1, 5, 5))
        .containsEntry("backbone.9.weight", Dims.of(128, 64 * 4 * 4))
        .containsEntry("head.0.weight", Dims.of(10, 128));
  }

  @Test
  void should_take_images_of_odd_sides_and_many_channels() {
    ClassifierNetwork network = ClassifierNetwork.convolutional(new Shape(3, 7, 13), 2);

    assertThat(network.weightDims()).containsEntry("backbone.9.weight", Dims.of(128, 64 * 2));
  }

  @Test
  void should_refuse_a_single_class_and_parts_that_do_not_fit() {
    Network flat = new Network("backbone", List.of(new Layer.Linear(4)));
    Network image = new Network("backbone", List.of(new Layer.Convolution(4, 3, 1)));
    Network head = new Network("head", List.of(new Layer.Linear(10)));
    Network deep = new Network("head", List.of(new Layer.Linear(10), new Layer.Relu()));

    assertThatThrownBy(() -> ClassifierNetwork.convolutional(DIGIT, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 2");
    assertThatThrownBy(() -> new ClassifierNetwork(DIGIT, image, head))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("flat");
    assertThatThrownBy(() -> new ClassifierNetwork(DIGIT, flat, deep))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("one linear layer");
  }
}
