package io.imagepriors.autoencoder.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Correlated values of white noise. */
class CorrelationsTest {
  private static final Shape SHAPE = new Shape(2, 9, 12);
  private static final double[] KERNEL = {.1, .2, 0, .3, .9, .3, 0, .2, .1};

  @Test
  void should_have_rows_of_length_1_even_at_the_border() {
    Correlations correlations = new Correlations(SHAPE, KERNEL, 0.1);
    for (int k = 0; k < SHAPE.size(); k++) {
      ImageStack one = ImageStack.zeros(1, SHAPE);
      one.pixels()[k] = 1f;
      ImageStack row = ImageStack.zeros(1, correlations.white());

      correlations.applyAdjoint(one, row);

      double squares = 0;
      for (float value : row.pixels()) {
        squares += value * value;
      }
      assertThat(squares).isCloseTo(1, within(1e-5)); // float32
    }
  }

  @Test
  void should_have_the_adjoint_that_inner_products_show() {
    Correlations correlations =
        new Correlations(SHAPE, new double[] {0, 0, 0, 1, 2, 0, 5, 0, 0}, 1);
    Correlations slanted = new Correlations(SHAPE, new double[] {0, 0, 0, 1, 2, 0, 5, 0, 0}, 0.2);
    for (Correlations each : new Correlations[] {correlations, slanted}) {
      ImageStack w = noise(each.white(), 3, 1);
      ImageStack r = noise(SHAPE, 3, 2);
      ImageStack forward = r.like();
      ImageStack backward = w.like();

      each.apply(w, forward);
      each.applyAdjoint(r, backward);

      // Float32 sums of 648 values of size 1.
      assertThat(dot(forward, r)).isCloseTo(dot(w, backward), within(1e-3));
    }
  }

  @Test
  void should_refuse_what_is_no_kernel() {
    assertThatThrownBy(() -> new Correlations(SHAPE, new double[] {1, 2}, 0.1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new Correlations(SHAPE, new double[9], 0.1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not 0");
    assertThatThrownBy(() -> new Correlations(SHAPE, KERNEL, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("(0, 1]");
  }

  private static ImageStack noise(Shape shape, int count, long seed) {
    ImageStack noise = ImageStack.zeros(count, shape);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < noise.pixels().length; k++) {
      noise.pixels()[k] = (float) random.nextGaussian();
    }
    return noise;
  }

  private static double dot(ImageStack a, ImageStack b) {
    double sum = 0;
    for (int k = 0; k < a.pixels().length; k++) {
      sum += (double) a.pixels()[k] * b.pixels()[k];
    }
    return sum;
  }
}
