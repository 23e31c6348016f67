package io.imagepriors.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleTest {
  /** Times in milliseconds of a few digits, in double precision. */
  private static final double ROUNDING = 1e-9;

  @Test
  void should_give_the_middle_and_the_ends_of_what_was_measured_in_any_order() {
    Sample sample = Sample.ofNanos(4_000_000, 1_000_000, 3_000_000, 2_000_000);

    assertThat(sample.count()).isEqualTo(4);
    assertThat(sample.median()).isCloseTo(2.5, within(ROUNDING));
    assertThat(sample.quantile(0)).isCloseTo(1, within(ROUNDING));
    assertThat(sample.quantile(0.9)).isCloseTo(3.7, within(ROUNDING));
    assertThat(sample.quantile(1)).isCloseTo(4, within(ROUNDING));
  }

  @Test
  void should_take_a_single_one_for_all() {
    Sample once = Sample.ofNanos(5_000_000);

    assertThat(once.median()).isCloseTo(5, within(ROUNDING));
    assertThat(once.quantile(0.9)).isCloseTo(5, within(ROUNDING));
  }

  @Test
  void should_divide_what_was_measured_at_the_same_time() {
    // given: the second time everything was twice as slow
    Sample ours = Sample.of(2, 4);
    Sample theirs = Sample.of(6, 12);

    assertThat(theirs.over(ours).median()).isCloseTo(3, within(ROUNDING));
    assertThat(theirs.over(ours).quantile(1)).isCloseTo(3, within(ROUNDING));
  }
}
