package io.imagepriors.tasks.degradation;

import static io.imagepriors.tasks.Checks.dot;
import static io.imagepriors.tasks.Checks.meanSquare;
import static io.imagepriors.tasks.Checks.uniform;
import static io.imagepriors.tasks.degradation.DegradationsTest.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many projections are measured, of what length, and which matrices are refused. */
class CompressedSensingTest {
  private static final Shape DIGIT = Shape.grey(28, 28);

  @ParameterizedTest
  @CsvSource({"196, 1x1x196", "25%, 1x1x196", "0.1%, 1x1x1", "100%, 1x1x784", "1000, 1x1x1000"})
  void should_measure_as_many_projections_as_told(String measurements, String shape) {
    ForwardModel model = bind("compressed-sensing:measurements=" + measurements, DIGIT);

    assertThat(model.degraded()).hasToString(shape);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "signs"})
  void should_keep_the_length_of_an_image_on_average(String matrix) {
    ForwardModel model = bind("compressed-sensing:measurements=5000,matrix=" + matrix, DIGIT);
    ImageStack x = uniform(1, DIGIT, 1);

    ImageStack y = apply(model, x);

    // The mean of 5,000 squares of normal values has a relative standard deviation of 2%.
    assertThat(dot(y, y) / dot(x, x)).isCloseTo(1, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "signs"})
  void should_draw_another_matrix_for_another_seed_only(String matrix) {
    String spec = "compressed-sensing:matrix=" + matrix + ",seed=";
    ImageStack x = uniform(1, DIGIT, 1);

    ImageStack y = apply(bind(spec + 3, DIGIT), x);

    assertThat(apply(bind(spec + 3, DIGIT), x).pixels()).containsExactly(y.pixels());
    assertThat(apply(bind(spec + 4, DIGIT), x).pixels()).isNotEqualTo(y.pixels());
  }

  @Test
  void should_first_estimate_better_than_black() {
    ForwardModel model = bind("compressed-sensing:measurements=50%", DIGIT);
    ImageStack x = uniform(2, DIGIT, 1);

    ImageStack first = model.firstEstimate(apply(model, x));

    assertThat(meanSquare(first, x)).isLessThan(0.8 * meanSquare(x.like(), x));
  }

  @Test
  void should_refuse_a_matrix_that_is_too_large() {
    assertThatThrownBy(() -> bind("compressed-sensing", Shape.grey(256, 256)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "matrix of 16384 measurements of images of 1x256x256 must have at most 33554432"
                + " entries, got 1073741824");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "0%", "101%", "25 %", "0.25", "many"})
  void should_refuse_a_number_that_makes_no_sense(String measurements) {
    assertThatThrownBy(() -> bind("compressed-sensing:measurements=" + measurements, DIGIT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "parameter 'measurements' must be a whole number from 1 on or a share like 25%, got "
                + measurements);
  }

  private static ImageStack apply(ForwardModel model, ImageStack x) {
    ImageStack y = ImageStack.zeros(x.count(), model.degraded());
    model.apply(x, y);
    return y;
  }
}
