package io.imagepriors.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final double[] NOMINAL = {0.5, 0.8, 0.95};
  private static final int PIXELS = 20_000;

  /** Four standard errors of a share of 20,000. */
  private static final double TOLERANCE = 0.015;

  @Test
  void should_find_the_nominal_shares_where_the_truth_is_as_a_further_draw() {
    Coverage coverage = coverage(0.1, 7);

    for (int k = 0; k < NOMINAL.length; k++) {
      assertThat(coverage.covered(k)).isCloseTo(NOMINAL[k], within(TOLERANCE));
    }
    assertThat(coverage.error()).isCloseTo(coverage.deviation(), within(0.005));
  }

  @Test
  void should_find_the_nominal_shares_where_all_values_are_equal() {
    Coverage coverage = coverage(0, 5);

    for (int k = 0; k < NOMINAL.length; k++) {
      assertThat(coverage.covered(k)).isCloseTo(NOMINAL[k], within(TOLERANCE));
    }
  }

  @Test
  void should_find_less_where_draws_lie_too_close_together() {
    RandomGenerator random = new SplittableRandom(1);
    Coverage coverage = new Coverage(NOMINAL, 0);
    for (int i = 0; i < PIXELS; i++) {
      double[] draws = random.doubles(9, 0.45, 0.55).toArray();
      coverage.add(random.nextDouble(), draws, 0.5, 0.03);
    }

    assertThat(coverage.covered(1)).isLessThan(0.3);
    assertThat(coverage.error()).isGreaterThan(5 * coverage.deviation());
    assertThat(coverage.count()).isEqualTo(PIXELS);
  }

  private static Coverage coverage(double spread, int draws) {
    RandomGenerator random = new SplittableRandom(1);
    Coverage coverage = new Coverage(NOMINAL, 0);
    for (int i = 0; i < PIXELS; i++) {
      double[] values = new double[draws];
      for (int k = 0; k < draws; k++) {
        values[k] = 0.5 + spread * random.nextGaussian();
      }
      coverage.add(0.5 + spread * random.nextGaussian(), values, 0.5, spread);
    }
    return coverage;
  }
}
