package io.imagepriors.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import org.junit.jupiter.api.Test;

class PsnrTest {
  private static final Shape SHAPE = Shape.grey(1, 4);

  /** Values are floats such as 0.1f, which are off by 1e-9 relative: far below this, in dB. */
  private static final double ROUNDING = 1e-5;

  @Test
  void should_be_20_dB_for_an_error_of_a_tenth() {
    ImageStack truth = ImageStack.zeros(1, SHAPE);
    ImageStack images = ImageStack.wrap(SHAPE, new float[] {.1f, .1f, .1f, .1f});

    assertThat(Psnr.of(images, truth, 0)).isCloseTo(20, within(ROUNDING));
  }

  @Test
  void should_measure_the_image_of_the_index_alone() {
    ImageStack truth = ImageStack.zeros(2, SHAPE);
    ImageStack images = ImageStack.wrap(SHAPE, new float[] {1, 1, 1, 1, .1f, .1f, .1f, .1f});

    assertThat(Psnr.of(images, truth, 0)).isZero();
    assertThat(Psnr.of(images, truth, 1)).isCloseTo(20, within(ROUNDING));
  }

  @Test
  void should_clamp_values_as_a_picture_file_would() {
    ImageStack truth = ImageStack.wrap(SHAPE, new float[] {0, 0, 1, 1});
    ImageStack images = ImageStack.wrap(SHAPE, new float[] {-.5f, -2, 1.5f, 7});

    assertThat(Psnr.of(images, truth, 0)).isEqualTo(100);
  }

  @Test
  void should_count_missing_pixels_alone() {
    ImageStack truth = ImageStack.zeros(1, SHAPE);
    ImageStack images = ImageStack.wrap(SHAPE, new float[] {1, .1f, .1f, 1});
    ImageStack observed = ImageStack.wrap(SHAPE, new float[] {1, 0, 0, 1});

    assertThat(Psnr.ofMissing(images, truth, 0, observed)).isCloseTo(20, within(ROUNDING));
  }

  @Test
  void should_refuse_a_mask_that_hides_nothing() {
    ImageStack images = ImageStack.zeros(1, SHAPE);
    ImageStack observed = ImageStack.wrap(SHAPE, new float[] {1, 1, 1, 1});

    assertThatThrownBy(() -> Psnr.ofMissing(images, images, 0, observed))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("missing pixels");
  }

  @Test
  void should_give_a_mean_with_its_standard_error() {
    Mean mean = Mean.of(new double[] {1, 2, 3, 4});

    assertThat(mean.value()).isEqualTo(2.5);
    assertThat(mean.error()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-12));
    assertThat(mean.count()).isEqualTo(4);
    assertThat(Mean.of(new double[] {7}).error()).isZero();
  }
}
