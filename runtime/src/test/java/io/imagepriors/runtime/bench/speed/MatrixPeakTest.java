package io.imagepriors.runtime.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixPeakTest {
  private static final int SIDE = 768;

  @Test
  void should_multiply_matrices() {
    try (MatrixPeak peak = MatrixPeak.open()) {
      // when
      FloatBuffer product = peak.multiply();

      // then: small whole numbers, whose sums float32 holds exactly
      assertThat(product.get(0)).isEqualTo(element(0, 0));
      assertThat(product.get(5 * SIDE + 700)).isEqualTo(element(5, 700));
    }
  }

  @Test
  void should_count_two_operations_for_each_of_the_products_that_all_threads_need() {
    try (Team team = new Team(2);
        MatrixPeak one = MatrixPeak.open();
        MatrixPeak other = MatrixPeak.open()) {
      // when
      Job job = MatrixPeak.job(team, List.of(one, other), Clock.WALL);

      // then
      assertThat((double) job.operations()).isCloseTo(2 * 2 * Math.pow(SIDE, 3), within(0.0));
      assertThat(job.work().nanos(1)).isPositive();
    }
  }

  private static float element(int row, int column) {
    float sum = 0;
    for (int k = 0; k < SIDE; k++) {
      sum += value(0, row * SIDE + k) * value(1, k * SIDE + column);
    }
    return sum;
  }

  private static float value(int matrix, int index) {
    return (index * 31 + matrix * 17) % 7 - 3f;
  }
}
