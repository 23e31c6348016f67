package io.imagepriors.tasks.restorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Many points that are minimised side by side. */
class QuasiNewtonTest {
  private static final QuasiNewton.Ending NEVER = (decrease, value) -> false;

  /** A function of one point. */
  private interface Function {
    double at(float[] x, float[] gradient);
  }

  @Test
  void should_find_the_minimum_of_a_quadratic_in_about_as_many_steps_as_it_has_dimensions() {
    // Curvatures from 1 to 100, turned by 45 degrees in each plane, around (1, -1, 1, -1).
    QuasiNewton points = QuasiNewton.from(new float[] {0, 0, 0, 0}, 4, 0.3, NEVER);

    descend(points, 4, 20, QuasiNewtonTest::turnedQuadratic);

    // BFGS with exact line searches needs 4 steps; these are not exact. Float32 places.
    assertThat(points.best()).containsExactly(new float[] {1, -1, 1, -1}, within(2e-3f));
  }

  @Test
  void should_follow_a_curved_valley() {
    QuasiNewton points = QuasiNewton.from(new float[] {-1.2f, 1}, 2, 0.3, NEVER);

    descend(points, 2, 60, QuasiNewtonTest::rosenbrock);

    // Published runs of BFGS take 20 to 40 evaluations from this start to (1, 1).
    assertThat(points.best()).containsExactly(new float[] {1, 1}, within(1e-2f));
  }

  @Test
  void should_never_leave_a_better_place() {
    QuasiNewton points = QuasiNewton.from(new float[] {-1.2f, 1}, 2, 1.5, NEVER);
    double before = Double.POSITIVE_INFINITY;

    for (int step = 0; step < 40; step++) {
      descend(points, 2, 1, QuasiNewtonTest::rosenbrock);
      assertThat(points.values()[0]).isLessThanOrEqualTo(before);
      before = points.values()[0];
    }
  }

  @Test
  void should_take_each_point_where_it_goes_alone() {
    float[] three = {-1.2f, 1, 0.5f, 2, 1.5f, -1};
    QuasiNewton together = QuasiNewton.from(three, 2, 0.3, NEVER);
    QuasiNewton alone = QuasiNewton.from(new float[] {0.5f, 2}, 2, 0.3, NEVER);

    descend(together, 2, 5, QuasiNewtonTest::rosenbrock);
    QuasiNewton two = together.only(new int[] {2, 1});
    descend(two, 2, 5, QuasiNewtonTest::rosenbrock);
    descend(alone, 2, 10, QuasiNewtonTest::rosenbrock);

    assertThat(two.best()[2]).isEqualTo(alone.best()[0]);
    assertThat(two.best()[3]).isEqualTo(alone.best()[1]);
    assertThat(two.values()[1]).isEqualTo(alone.values()[0]);
  }

  @Test
  void should_end_when_no_step_promises_enough_and_then_stay() {
    QuasiNewton points =
        QuasiNewton.from(new float[] {0, 0, 0, 0}, 4, 0.3, (decrease, value) -> decrease < 1e-6);

    descend(points, 4, 100, QuasiNewtonTest::turnedQuadratic);
    float[] ended = points.best().clone();
    points.step(new double[] {-1000}, new float[4]);

    assertThat(points.hasEnded(0)).isTrue();
    assertThat(points.best()).containsExactly(ended);
  }

  @Test
  void should_come_back_from_where_values_are_not_numbers() {
    // Beyond 0.5 nothing is defined: the first step of 0.9 gets there.
    QuasiNewton points = QuasiNewton.from(new float[] {0}, 1, 0.9, NEVER);

    descend(
        points,
        1,
        30,
        (x, gradient) -> {
          gradient[0] = x[0] > 0.5 ? Float.NaN : 2 * (x[0] - 0.4f);
          return x[0] > 0.5 ? Double.NaN : (x[0] - 0.4) * (x[0] - 0.4);
        });

    assertThat(points.best()[0]).isCloseTo(0.4f, within(1e-3f));
  }

  @Test
  void should_leave_a_start_whose_value_is_infinite() {
    for (float slope : new float[] {Float.NaN, 1}) {
      QuasiNewton points = QuasiNewton.from(new float[] {3}, 1, 1.5, NEVER);

      descend(
          points,
          1,
          30,
          (x, gradient) -> {
            gradient[0] = x[0] > 2 ? slope : 2 * x[0];
            return x[0] > 2 ? Double.POSITIVE_INFINITY : x[0] * (double) x[0];
          });

      assertThat(points.best()[0]).as("slope " + slope).isCloseTo(0f, within(1e-3f));
    }
  }

  @Test
  void should_stay_at_a_stationary_point() {
    QuasiNewton points = QuasiNewton.from(new float[] {3, 4}, 2, 0.3, NEVER);

    descend(points, 2, 10, (x, gradient) -> 7);

    assertThat(points.best()).containsExactly(3, 4);
    assertThat(points.values()).containsExactly(7);
    assertThat(points.hasEnded(0)).isTrue();
  }

  private static void descend(QuasiNewton points, int dimension, int steps, Function function) {
    int count = points.values().length;
    double[] values = new double[count];
    float[] gradients = new float[count * dimension];
    for (int step = 0; step < steps; step++) {
      Logits.clip(points.trial()); // as the search does: what is not a number becomes 0
      for (int k = 0; k < count; k++) {
        float[] x = new float[dimension];
        float[] gradient = new float[dimension];
        System.arraycopy(points.trial(), k * dimension, x, 0, dimension);
        values[k] = function.at(x, gradient);
        System.arraycopy(gradient, 0, gradients, k * dimension, dimension);
      }
      points.step(values, gradients);
    }
  }

  private static double turnedQuadratic(float[] x, float[] gradient) {
    double[] curvatures = {1, 100, 4, 25};
    double sum = 0;
    for (int i = 0; i < 4; i += 2) {
      double a = x[i] - 1.0;
      double b = x[i + 1] + 1.0;
      double p = (a + b) / Math.sqrt(2);
      double q = (a - b) / Math.sqrt(2);
      sum += (curvatures[i] * p * p + curvatures[i + 1] * q * q) / 2;
      gradient[i] = (float) ((curvatures[i] * p + curvatures[i + 1] * q) / Math.sqrt(2));
      gradient[i + 1] = (float) ((curvatures[i] * p - curvatures[i + 1] * q) / Math.sqrt(2));
    }
    return sum;
  }

  private static double rosenbrock(float[] x, float[] gradient) {
    double a = 1.0 - x[0];
    double b = x[1] - (double) x[0] * x[0];
    gradient[0] = (float) (-2 * a - 400 * x[0] * b);
    gradient[1] = (float) (200 * b);
    return a * a + 100 * b * b;
  }
}
