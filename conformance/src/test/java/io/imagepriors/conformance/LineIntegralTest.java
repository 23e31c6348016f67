package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shown on a function with a kink in every unit, computed in float32: {@code c + sum |b_k, x|}. */
class LineIntegralTest {
  private static final int SIZE = 50;
  private static final int UNITS = 3000;

  private final float[] weights = new float[SIZE * UNITS];
  private final float[] x = new float[SIZE];

  LineIntegralTest() {
    Random random = new Random(1);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian() / UNITS;
    }
    for (int i = 0; i < SIZE; i++) {
      x[i] = random.nextFloat();
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0f, 1f, 10f})
  void should_accept_the_right_gradient_of_a_kinky_function(float offset) {
    assertThatCode(() -> verify(offset, 1)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(floats = {-1f, 0f, 0.97f, 1.03f, 2f})
  void should_refuse_a_gradient_of_another_length(float factor) {
    assertThatThrownBy(() -> verify(1, factor))
        .isInstanceOf(Violation.class)
        .hasMessageContaining("differences give");
  }

  @Test
  void should_refuse_a_slightly_wrong_gradient_where_the_function_is_smooth() {
    LineIntegral smooth = new LineIntegral("f", (points, gradients) -> cubes(points, gradients));

    assertThatThrownBy(() -> smooth.verify(x, new Random(2))).isInstanceOf(Violation.class);
  }

  @Test
  void should_accept_a_gradient_of_zeros_where_the_function_is_flat() {
    LineIntegral flat =
        new LineIntegral("f", (points, gradients) -> filled(points.length / SIZE, 7));

    assertThatCode(() -> flat.verify(x, new Random(2))).doesNotThrowAnyException();
  }

  @Test
  void should_refuse_values_that_are_not_numbers() {
    LineIntegral broken =
        new LineIntegral("f", (points, gradients) -> filled(points.length / SIZE, Double.NaN));

    assertThatThrownBy(() -> broken.verify(x, new Random(2))).isInstanceOf(Violation.class);
  }

  private void verify(float offset, float factor) {
    new LineIntegral("f", (points, gradients) -> evaluate(offset, factor, points, gradients))
        .verify(x, new Random(2));
  }

  private static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  /** The sum of third powers, with a gradient that is 1% too long. */
  private static double[] cubes(float[] points, float[] gradients) {
    double[] values = new double[points.length / SIZE];
    for (int i = 0; i < points.length; i++) {
      double square = (double) points[i] * points[i];
      values[i / SIZE] += square * points[i];
      gradients[i] = (float) (3.03 * square);
    }
    return values;
  }

  private double[] evaluate(float offset, float factor, float[] points, float[] gradients) {
    double[] values = new double[points.length / SIZE];
    for (int i = 0; i < values.length; i++) {
      float sum = offset;
      for (int unit = 0; unit < UNITS; unit++) {
        float product = product(points, i * SIZE, unit);
        sum += Math.abs(product);
        for (int k = 0; k < SIZE; k++) {
          gradients[i * SIZE + k] += factor * Math.signum(product) * weights[unit * SIZE + k];
        }
      }
      values[i] = sum;
    }
    return values;
  }

  private float product(float[] points, int from, int unit) {
    float sum = 0;
    for (int k = 0; k < SIZE; k++) {
      sum += weights[unit * SIZE + k] * (points[from + k] - 0.5f);
    }
    return sum;
  }
}
