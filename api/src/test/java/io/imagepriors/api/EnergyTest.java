package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EnergyTest {
  private static final Shape SHAPE = Shape.grey(1, 2);

  /** {@code x_0² + 3 x_1}. */
  private final Energy energy =
      Energy.ofSingle(
          SHAPE,
          (x, gradient) -> {
            gradient[0] += 2 * x[0];
            gradient[1] += 3;
            return x[0] * x[0] + 3 * x[1];
          });

  @Test
  void should_evaluate_a_stack_image_by_image() {
    ImageStack x = ImageStack.wrap(SHAPE, new float[] {2, 1, -1, 0});
    double[] values = new double[2];
    ImageStack gradient = ImageStack.wrap(SHAPE, new float[] {9, 9, 9, 9});

    energy.valueAndGradient(x, values, gradient);

    assertThat(values).containsExactly(7, 1);
    assertThat(gradient.pixels()).containsExactly(4, 3, -2, 3);
    assertThat(energy.values(x)).containsExactly(7, 1);
  }

  @Test
  void should_refuse_images_of_another_shape() {
    assertThatThrownBy(() -> energy.values(ImageStack.zeros(1, Shape.grey(2, 2))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("images must have shape 1x1x2, got 1x2x2");
  }

  @Test
  void should_refuse_too_few_places_for_values_before_it_writes() {
    ImageStack gradient = ImageStack.wrap(SHAPE, new float[] {9, 9, 9, 9});

    assertThatThrownBy(
            () -> energy.valueAndGradient(ImageStack.zeros(2, SHAPE), new double[1], gradient))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("values must have a place for each of 2 images, got 1");
    assertThat(gradient.pixels()).containsOnly(9);
  }
}
