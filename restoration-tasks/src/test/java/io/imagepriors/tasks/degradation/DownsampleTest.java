package io.imagepriors.tasks.degradation;

import static io.imagepriors.tasks.Checks.uniform;
import static io.imagepriors.tasks.degradation.DegradationsTest.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays of an image when it gets smaller. */
class DownsampleTest {
  private static final Shape DIGIT = Shape.grey(28, 28);

  /** Sums of some dozen float32 values near 1. */
  private static final double ROUNDING = 1e-6;

  @ParameterizedTest
  @CsvSource({"1, 1x28x28", "2, 1x14x14", "4, 1x7x7", "7, 1x4x4", "14, 1x2x2"})
  void should_divide_the_sides(int factor, String shape) {
    assertThat(bind("downsample:factor=" + factor, DIGIT).degraded()).hasToString(shape);
  }

  @Test
  void should_take_the_mean_of_each_block() {
    ForwardModel model = bind("downsample:factor=2", Shape.grey(2, 4));
    ImageStack x = ImageStack.wrap(model.clean(), new float[] {0, 0.4f, 1, 1, 0.2f, 0.2f, 0, 0.6f});
    ImageStack y = ImageStack.zeros(1, model.degraded());

    model.apply(x, y);

    assertThat((double) y.pixels()[0]).isCloseTo(0.2, within(ROUNDING));
    assertThat((double) y.pixels()[1]).isCloseTo(0.65, within(ROUNDING));
  }

  @ParameterizedTest
  @CsvSource({"bicubic", "gaussian"})
  void should_weigh_by_the_formula(String filter) {
    ForwardModel model = bind("downsample:factor=2,filter=" + filter, Shape.grey(2, 40));
    for (int pixel = 17; pixel < 25; pixel++) {
      ImageStack x = ImageStack.zeros(1, model.clean());
      x.pixels()[pixel] = 1f;
      x.pixels()[40 + pixel] = 1f;
      ImageStack y = ImageStack.zeros(1, model.degraded());

      model.apply(x, y);

      // Degraded pixel 10 is at 20.5.
      double expected = weight(filter, pixel - 20.5) / total(filter);
      assertThat((double) y.pixels()[10]).isCloseTo(expected, within(ROUNDING));
    }
  }

  private static double total(String filter) {
    double sum = 0;
    for (double d = -3.5; d <= 3.5; d++) {
      sum += weight(filter, d);
    }
    return sum;
  }

  private static double weight(String filter, double d) {
    if (filter.equals("gaussian")) {
      return Math.exp(-d * d / 2);
    }
    double t = Math.abs(d / 2);
    return t <= 1 ? 1.5 * t * t * t - 2.5 * t * t + 1 : -0.5 * t * t * t + 2.5 * t * t - 4 * t + 2;
  }

  @ParameterizedTest
  @ValueSource(strings = {"box", "bicubic", "gaussian"})
  void should_keep_an_even_image_even_down_and_up(String filter) {
    ForwardModel model = bind("downsample:factor=7,filter=" + filter, DIGIT);
    ImageStack even = ImageStack.zeros(2, DIGIT);
    Arrays.fill(even.pixels(), 0.5f);
    ImageStack y = ImageStack.zeros(2, model.degraded());

    model.apply(even, y);

    for (float value : model.firstEstimate(y).pixels()) {
      assertThat((double) value).isCloseTo(0.5, within(ROUNDING));
    }
  }

  @Test
  void should_first_estimate_a_ramp_well() {
    ForwardModel model = bind("downsample:factor=4", DIGIT);
    ImageStack ramp = ImageStack.zeros(1, DIGIT);
    for (int k = 0; k < 784; k++) {
      ramp.pixels()[k] = (k / 28 + k % 28) / 54f;
    }
    ImageStack y = ImageStack.zeros(1, model.degraded());
    model.apply(ramp, y);

    ImageStack first = model.firstEstimate(y);

    // Cubic convolution reproduces a ramp where it sees four pixels to each side.
    for (int row = 8; row < 20; row++) {
      for (int column = 8; column < 20; column++) {
        int k = row * 28 + column;
        assertThat(first.pixels()[k]).isCloseTo(ramp.pixels()[k], within((float) ROUNDING));
      }
    }
  }

  @Test
  void should_start_from_an_image_of_the_clean_shape() {
    ForwardModel model = bind("downsample:factor=3", new Shape(3, 9, 12));

    ImageStack first = model.firstEstimate(uniform(2, model.degraded(), 1));

    assertThat(first.shape()).isEqualTo(model.clean());
  }

  @Test
  void should_refuse_sides_that_the_factor_does_not_divide() {
    assertThatThrownBy(() -> bind("downsample:factor=3", DIGIT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("images to downsample must have sides that are multiples of 3, got 1x28x28");
  }
}
