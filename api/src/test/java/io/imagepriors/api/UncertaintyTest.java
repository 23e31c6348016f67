package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
  private static final Shape SHAPE = Shape.grey(1, 2);

  @Test
  void should_take_the_deviation_from_the_draws() {
    Uncertainty uncertainty =
        Uncertainty.ofDraws(List.of(image(0, 1), image(1, 1), image(0.5f, 1)));

    // The variance of 0, 1/2 and 1 is 1/4; float32 rounds its root.
    assertThat(uncertainty.deviation().pixels()[0]).isCloseTo(0.5f, within(1e-6f));
    assertThat(uncertainty.deviation().pixels()[1]).isZero();
    assertThat(uncertainty.draws()).hasSize(3);
  }

  @Test
  void should_refuse_too_few_draws_and_draws_of_another_size() {
    assertThatThrownBy(() -> Uncertainty.ofDraws(List.of(image(0, 1))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 2");
    List<ImageStack> other = List.of(image(0, 1), ImageStack.zeros(2, SHAPE));
    assertThatThrownBy(() -> Uncertainty.ofDraws(other)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void should_refuse_an_uncertainty_of_other_images() {
    Restoration restoration =
        Restoration.of(ImageStack.zeros(2, SHAPE), Outcome.COMPLETED, new double[2], 1);
    Uncertainty one = Uncertainty.ofDraws(List.of(image(0, 1), image(1, 1)));

    assertThat(restoration.uncertainty()).isEmpty();
    assertThatThrownBy(() -> restoration.with(one)).isInstanceOf(InvalidInputException.class);
  }

  private static ImageStack image(float... values) {
    return ImageStack.wrap(SHAPE, values);
  }
}
