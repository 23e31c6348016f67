package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

  @Test
  void should_read_what_it_writes() {
    assertThat(Shape.parse(new Shape(3, 20, 30).toString())).isEqualTo(new Shape(3, 20, 30));
  }

  @Test
  void should_take_two_sides_as_grey() {
    assertThat(Shape.parse("28x32")).isEqualTo(Shape.grey(28, 32));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "28", "ax3", "1x2x3x4", "28x", "99999999999x1"})
  void should_refuse_text_of_another_form(String text) {
    assertThatThrownBy(() -> Shape.parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("shape must read like 1x28x28 or 28x28, got " + text);
  }

  @Test
  void should_refuse_sides_below_one() {
    assertThatThrownBy(() -> new Shape(1, 0, 28))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 1")
        .hasMessageContaining("1x0x28");
  }

  @Test
  void should_refuse_sizes_that_overflow() {
    assertThatThrownBy(() -> new Shape(1 << 20, 1 << 20, 1 << 20))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at most " + Shape.MAX_SIZE);
  }
}
