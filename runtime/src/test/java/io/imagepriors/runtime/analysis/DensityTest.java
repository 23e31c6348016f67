package io.imagepriors.runtime.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DensityTest {

  @Test
  void should_have_area_one_with_all_values_in_some_bin() {
    double[] values = {-1, 0.1, 0.2, 0.6, 1, 7, 0.9, 0.4};

    // then 4 of 8 values in each half of width 1/2, those outside in the first and last bins
    assertThat(Density.of(values, 0, 1, 2)).containsExactly(1, 1);
  }

  @Test
  void should_give_the_value_above_a_share() {
    assertThat(Density.quantile(new double[] {4, 1, 3, 2}, 0.5)).isEqualTo(3);
    assertThat(Density.quantile(new double[] {4, 1, 3, 2}, 1)).isEqualTo(4);
  }
}
