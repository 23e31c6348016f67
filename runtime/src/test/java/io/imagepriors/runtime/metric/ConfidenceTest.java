package io.imagepriors.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.InvalidInputException;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
  private static final float[] PROBABILITIES = {0.25f, 0.5f, 0.25f, 0.4f, 0.2f, 0.4f};

  @Test
  void should_choose_the_most_probable_class_and_of_equals_the_first() {
    assertThat(Confidence.choice(PROBABILITIES, 3, 0)).isEqualTo(1);
    assertThat(Confidence.choice(PROBABILITIES, 3, 1)).isZero();
    assertThat(Confidence.of(PROBABILITIES, 3, 0)).isEqualTo(0.5);
  }

  @Test
  void should_average_over_images() {
    Mean mean = Confidence.mean(PROBABILITIES, 3);

    // .5 and .4, whose unbiased deviation over √2 is half their difference; .4 is a float32.
    assertThat(mean.value()).isEqualTo(0.45, within(1e-7));
    assertThat(mean.error()).isEqualTo(0.05, within(1e-7));
    assertThat(mean.count()).isEqualTo(2);
  }

  @Test
  void should_refuse_a_part_of_an_image() {
    assertThatThrownBy(() -> Confidence.mean(PROBABILITIES, 4))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("4 for each image");
  }
}
