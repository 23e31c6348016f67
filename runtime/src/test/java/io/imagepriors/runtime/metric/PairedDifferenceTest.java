package io.imagepriors.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.InvalidInputException;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

  @Test
  void should_give_mean_and_interval_of_the_differences() {
    PairedDifference found =
        PairedDifference.of(new double[] {11, 22, 33}, new double[] {10, 20, 30});

    // Differences 1, 2, 3: s = 1, and t(.975; 2) = 4.302653 by printed tables.
    assertThat(found.value()).isEqualTo(2);
    assertThat(found.margin()).isEqualTo(4.302653 / Math.sqrt(3), within(1e-6));
    assertThat(found.count()).isEqualTo(3);
    assertThat(found.excludesZero()).isFalse();
  }

  @Test
  void should_be_sure_of_what_never_varies() {
    PairedDifference found = PairedDifference.of(new double[] {3, 4}, new double[] {4, 5});

    assertThat(found).isEqualTo(new PairedDifference(-1, 0, 2));
    assertThat(found.excludesZero()).isTrue();
  }

  @Test
  void should_not_call_equal_methods_different() {
    PairedDifference found = PairedDifference.of(new double[] {3, 4}, new double[] {3, 4});

    assertThat(found.excludesZero()).isFalse();
  }

  @Test
  void should_refuse_what_is_no_pair() {
    assertThatThrownBy(() -> PairedDifference.of(new double[] {1, 2}, new double[] {1}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("2 and 1");
    assertThatThrownBy(() -> PairedDifference.of(new double[] {1}, new double[] {1}))
        .isInstanceOf(InvalidInputException.class);
  }
}
