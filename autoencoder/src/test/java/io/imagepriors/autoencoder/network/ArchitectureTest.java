package io.imagepriors.autoencoder.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void should_size_every_layer_of_the_convolutional_network() {
    // when
    Autoencoder network = Architecture.CONV.create(new Shape(3, 28, 20), 12);

    // then
    List<Dims> sizes = network.encoder().sizes(Dims.of(3, 28, 20));
    assertThat(sizes)
        .startsWith(Dims.of(3, 28, 20), Dims.of(16, 14, 10))
        .contains(Dims.of(32, 7, 5), Dims.of(256))
        .endsWith(Dims.of(12));
    assertThat(network.weightDims())
        .containsEntry("encoder.0.weight", Dims.of(16, 3, 3, 3))
        .containsEntry("encoder.1.variance", Dims.of(16))
        .containsEntry("encoder.6.weight", Dims.of(256, 32 * 7 * 5))
        .containsEntry("decoder.0.weight", Dims.of(256, 12))
        .containsEntry("decoder.8.weight", Dims.of(16, 32, 3, 3))
        .containsEntry("decoder.12.bias", Dims.of(3));
  }

  @Test
  void should_have_as_many_weights_as_were_studied() {
    assertThat(weights(Architecture.CONV)).isBetween(820_000L, 830_000L);
    assertThat(weights(Architecture.MLP)).isBetween(1_070_000L, 1_085_000L);
  }

  @Test
  void should_refuse_sides_that_cannot_be_halved_twice() {
    assertThatThrownBy(() -> Architecture.CONV.create(Shape.grey(28, 30), 12))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "image shape for the architecture conv must have sides divisible by 4"
                + " (architecture mlp takes any), got 1x28x30");
  }

  @Test
  void should_refuse_images_whose_weights_would_not_fit_an_array() {
    assertThatThrownBy(() -> Architecture.MLP.create(Shape.grey(8192, 8192), 12))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("268435456");
  }

  @Test
  void should_refuse_networks_that_do_not_fit_together() {
    // given
    Autoencoder good = Architecture.MLP.create(Shape.grey(4, 4), 3);
    Network noSigmoid = new Network("encoder", List.of(new Layer.Linear(3)));

    // when, then
    assertThatThrownBy(() -> new Autoencoder(good.shape(), 3, noSigmoid, good.decoder()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("network encoder must end in a sigmoid");
    assertThatThrownBy(() -> new Autoencoder(good.shape(), 4, good.encoder(), good.decoder()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("network encoder must give 4, got 3");
    assertThatThrownBy(() -> new Network("n", List.of(new Layer.Relu(), new Layer.BatchNorm())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("follow a linear layer or a convolution");
  }

  @Test
  void should_name_the_weight_that_does_not_fit() {
    // given
    Autoencoder network = Architecture.MLP.create(Shape.grey(2, 2), 1);
    Weights none = Weights.of(Map.of());
    Weights wrong = Weights.of(Map.of("encoder.0.weight", Tensor.of(Dims.of(2), 1, 2)));

    // when, then
    assertThatThrownBy(() -> none.requireFitting(network.weightDims()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("unknown weight 'encoder.0.weight'; there is none");
    assertThatThrownBy(() -> wrong.requireFitting(network.weightDims()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("weight 'encoder.0.weight' must have sides 512x4, got 2");
  }

  private static long weights(Architecture architecture) {
    return architecture.create(Shape.grey(28, 28), 12).weightDims().values().stream()
        .mapToLong(Dims::size)
        .sum();
  }
}
