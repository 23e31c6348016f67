package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shown on a function with a kink in every unit, computed in float32: {@code c + sum |b_k, x|}. */
class DifferenceQuotientsTest {
  private static final int SIZE = 50;
  private static final int UNITS = 3000;

  private final float[] weights = new float[SIZE * UNITS];
  private final float[] x = new float[SIZE];

  DifferenceQuotientsTest() {
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
    float[] gradient = gradient();

    assertThatCode(() -> verify(offset, gradient)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(floats = {-1f, 0.9f, 0.97f, 1.03f, 2f})
  void should_refuse_a_gradient_of_another_length(float factor) {
    float[] gradient = gradient();
    for (int k = 0; k < SIZE; k++) {
      gradient[k] *= factor;
    }

    assertThatThrownBy(() -> verify(1, gradient))
        .isInstanceOf(Violation.class)
        .hasMessageContaining("differences give");
  }

  @Test
  void should_refuse_a_gradient_of_zeros_where_the_function_is_not_flat() {
    assertThatThrownBy(() -> verify(0, new float[SIZE])).isInstanceOf(Violation.class);
  }

  @Test
  void should_accept_a_gradient_of_zeros_where_the_function_is_flat() {
    DifferenceQuotients flat =
        new DifferenceQuotients("f", points -> filled(points.length / SIZE, 7));

    assertThatCode(() -> flat.verify(x, new float[SIZE], new Random(2))).doesNotThrowAnyException();
  }

  @Test
  void should_refuse_values_that_are_not_numbers() {
    DifferenceQuotients broken =
        new DifferenceQuotients("f", points -> filled(points.length / SIZE, Double.NaN));

    assertThatThrownBy(() -> broken.verify(x, gradient(), new Random(2)))
        .isInstanceOf(Violation.class);
  }

  private void verify(float offset, float[] gradient) {
    new DifferenceQuotients("f", points -> values(offset, points))
        .verify(x, gradient, new Random(2));
  }

  private static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private double[] values(float offset, float[] points) {
    double[] values = new double[points.length / SIZE];
    for (int i = 0; i < values.length; i++) {
      float sum = offset;
      for (int unit = 0; unit < UNITS; unit++) {
        sum += Math.abs(product(points, i * SIZE, unit));
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

  private float[] gradient() {
    float[] gradient = new float[SIZE];
    for (int unit = 0; unit < UNITS; unit++) {
      float sign = Math.signum(product(x, 0, unit));
      for (int k = 0; k < SIZE; k++) {
        gradient[k] += sign * weights[unit * SIZE + k];
      }
    }
    return gradient;
  }
}
