package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageStackTest {
  private static final Shape PAIR = Shape.grey(1, 2);

  @Test
  void should_gather_images_in_the_order_asked_for() {
    ImageStack stack = ImageStack.wrap(PAIR, new float[] {1, 2, 3, 4, 5, 6});

    ImageStack gathered = stack.gather(2, 0, 2);

    assertThat(gathered.pixels()).containsExactly(5, 6, 1, 2, 5, 6);
  }

  @Test
  void should_not_share_its_array_with_copies() {
    ImageStack stack = ImageStack.wrap(PAIR, new float[] {1, 2});

    stack.copy().pixels()[0] = 9;
    stack.image(0).pixels()[0] = 9;

    assertThat(stack.pixels()).containsExactly(1, 2);
  }

  @Test
  void should_clamp_to_grey_values_and_turn_nan_black() {
    ImageStack stack = ImageStack.wrap(Shape.grey(1, 4), new float[] {-1, .5f, 2, Float.NaN});

    stack.clamp();

    assertThat(stack.pixels()).containsExactly(0, .5f, 1, 0);
  }

  @Test
  void should_name_the_first_value_that_is_not_finite() {
    ImageStack stack = ImageStack.wrap(PAIR, new float[] {1, 2, 3, Float.NaN});

    assertThatThrownBy(() -> stack.requireFinite("degraded images"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("degraded images must hold finite numbers only, got NaN in image 1 at value 1");
  }

  @Test
  void should_refuse_an_array_that_does_not_hold_whole_images() {
    assertThatThrownBy(() -> ImageStack.wrap(PAIR, new float[3]))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("positive multiple of 2")
        .hasMessageEndingWith("got 3");
  }

  @Test
  void should_refuse_stacks_that_no_array_can_hold() {
    assertThatThrownBy(() -> ImageStack.zeros(Integer.MAX_VALUE, PAIR))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> ImageStack.zeros(0, PAIR)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void should_refuse_a_range_outside_the_stack() {
    assertThatThrownBy(() -> ImageStack.zeros(2, PAIR).slice(1, 3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("got 1:3");
  }

  @Test
  void should_refuse_codes_of_another_dimension() {
    CodeStack codes = CodeStack.zeros(2, 3);

    assertThatThrownBy(() -> codes.set(0, CodeStack.zeros(1, 4), 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("codes must have dimension 4, got 3");
  }
}
