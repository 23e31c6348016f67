package io.imagepriors.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.InvalidInputException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
  /** Doubles of size one through two decompositions; square roots of rounded zeros give 1e-8. */
  private static final double ROUNDING = 1e-6;

  private static float[] random(int count, long seed) {
    float[] values = new float[count];
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void should_be_the_distance_of_means_and_deviations_in_one_dimension() {
    GaussianFit a = GaussianFit.of(new float[] {0, 2}, 1); // mean 1, variance 2
    GaussianFit b = GaussianFit.of(new float[] {10, 14}, 1); // mean 12, variance 8

    // 11² + (√8 - √2)²
    assertThat(FrechetDistance.between(a, b)).isEqualTo(123, within(ROUNDING));
  }

  @Test
  void should_be_zero_for_the_same_images() {
    GaussianFit a = GaussianFit.of(random(60, 1), 5);

    assertThat(FrechetDistance.between(a, a)).isEqualTo(0, within(ROUNDING));
  }

  @Test
  void should_have_the_closed_form_of_two_dimensions() {
    // Covariances that do not commute.
    float[] p = {0, 0, 2, 1, 1, 3, -1, 2};
    float[] q = {5, 0, 4, -2, 7, 1, 6, 6};
    double[] a = moments(p);
    double[] b = moments(q);
    // tr √M = √(tr M + 2 √det M) for a 2x2 matrix of positive eigenvalues, here M = S1 S2.
    double trace = a[2] * b[2] + 2 * a[3] * b[3] + a[4] * b[4];
    double determinant = (a[2] * a[4] - a[3] * a[3]) * (b[2] * b[4] - b[3] * b[3]);
    double expected =
        Math.pow(a[0] - b[0], 2)
            + Math.pow(a[1] - b[1], 2)
            + a[2]
            + a[4]
            + b[2]
            + b[4]
            - 2 * Math.sqrt(trace + 2 * Math.sqrt(determinant));

    double found = FrechetDistance.between(GaussianFit.of(p, 2), GaussianFit.of(q, 2));

    assertThat(found).isEqualTo(expected, within(ROUNDING));
    assertThat(FrechetDistance.between(GaussianFit.of(q, 2), GaussianFit.of(p, 2)))
        .isEqualTo(found, within(ROUNDING));
  }

  /** Both means, then variance, covariance, variance of four points. */
  private static double[] moments(float[] points) {
    double[] moments = new double[5];
    for (int i = 0; i < 4; i++) {
      moments[0] += points[2 * i] / 4;
      moments[1] += points[2 * i + 1] / 4;
    }
    for (int i = 0; i < 4; i++) {
      double x = points[2 * i] - moments[0];
      double y = points[2 * i + 1] - moments[1];
      moments[2] += x * x / 3;
      moments[3] += x * y / 3;
      moments[4] += y * y / 3;
    }
    return moments;
  }

  @Test
  void should_take_features_that_never_change_or_are_more_than_the_images() {
    float[] constant = random(40, 2);
    for (int i = 0; i < constant.length; i += 4) {
      constant[i] = 3;
    }
    GaussianFit some = GaussianFit.of(constant, 4);
    GaussianFit few = GaussianFit.of(random(20, 3), 10); // rank one

    assertThat(FrechetDistance.between(some, some)).isEqualTo(0, within(ROUNDING));
    assertThat(FrechetDistance.between(few, few)).isEqualTo(0, within(ROUNDING));
  }

  @Test
  void should_refuse_other_dimensions_and_single_vectors() {
    GaussianFit a = GaussianFit.of(random(60, 1), 5);
    GaussianFit b = GaussianFit.of(random(60, 1), 6);

    assertThatThrownBy(() -> FrechetDistance.between(a, b))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("5 and 6");
    assertThatThrownBy(() -> GaussianFit.of(random(5, 1), 5))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> GaussianFit.of(random(11, 1), 5))
        .isInstanceOf(InvalidInputException.class);
  }
}
