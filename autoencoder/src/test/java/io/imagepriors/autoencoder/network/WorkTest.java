package io.imagepriors.autoencoder.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Shape;
import org.junit.jupiter.api.Test;

class WorkTest {
  private static final Shape SHAPE = Shape.grey(28, 28);

  @Test
  void should_count_two_operations_for_each_weight_of_a_linear_layer() {
    // given
    Autoencoder mlp = Architecture.MLP.create(SHAPE, 12);
    long weights = 784 * 512 + 512 * 256 + 256 * 12;

    // then: encoder and decoder, there and back
    assertThat(Work.latentStep(mlp)).isEqualTo(2 * 2 * weights);
    assertThat(Work.gradientStep(mlp)).isEqualTo(2 * 2 * 2 * weights);
  }

  @Test
  void should_count_a_kernel_at_each_position_of_a_convolution() {
    // given: 3x3 kernels at 14x14 and 7x7 positions, 1568 values at the end
    Autoencoder conv = Architecture.CONV.create(SHAPE, 12);
    long encoder = 196 * 16 * 9 + 49 * 32 * 16 * 9 + 1568 * 256 + 256 * 12;

    // then
    assertThat(Work.operations(conv.encoder(), Dims.of(SHAPE))).isEqualTo(2 * encoder);
  }

  @Test
  void should_count_an_upsampled_convolution_at_the_lower_resolution() {
    // given: 4x4 kernels at 7x7 and 14x14 positions
    Autoencoder conv = Architecture.CONV.create(SHAPE, 12);
    long decoder = 12 * 256 + 256 * 1568 + 49 * 16 * 32 * 16 + 196 * 16 * 16;

    // then
    assertThat(Work.operations(conv.decoder(), Dims.of(12))).isEqualTo(2 * decoder);
  }
}
