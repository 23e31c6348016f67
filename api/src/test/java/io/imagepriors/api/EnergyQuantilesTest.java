package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EnergyQuantilesTest {

  @Test
  void should_say_which_share_of_the_images_has_a_lower_energy() {
    EnergyQuantiles quantiles = EnergyQuantiles.of(1, 2, 4);

    assertThat(quantiles.share(0.5)).isZero();
    assertThat(quantiles.share(1.5)).isEqualTo(0.25);
    assertThat(quantiles.share(2)).isEqualTo(0.5);
    assertThat(quantiles.share(3)).isEqualTo(0.75);
    assertThat(quantiles.share(9)).isEqualTo(1);
    assertThat(quantiles.share(Double.NaN)).isEqualTo(1);
  }

  @Test
  void should_invert_the_share() {
    EnergyQuantiles quantiles = EnergyQuantiles.of(1, 2, 4, 4.5);

    for (double share = 0; share <= 1; share += 0.0625) {
      // Two linear interpolations in double precision.
      assertThat(quantiles.share(quantiles.quantile(share))).isCloseTo(share, within(1e-12));
    }
  }

  @Test
  void should_take_quantiles_of_energies_in_any_order() {
    double[] energies = {5, 1, 3, 2, 4};

    EnergyQuantiles quantiles = EnergyQuantiles.ofEnergies(energies, 4);

    assertThat(quantiles.values()).containsExactly(1, 2, 3, 4, 5);
    assertThat(energies).containsExactly(5, 1, 3, 2, 4);
  }

  @Test
  void should_place_equal_energies() {
    EnergyQuantiles quantiles = EnergyQuantiles.of(1, 1, 1);

    assertThat(quantiles.share(1)).isZero();
    assertThat(quantiles.share(1.1)).isEqualTo(1);
  }

  @Test
  void should_refuse_what_are_no_quantiles() {
    assertThatThrownBy(() -> EnergyQuantiles.of(1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 2");
    assertThatThrownBy(() -> EnergyQuantiles.of(2, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("never fall");
    assertThatThrownBy(() -> EnergyQuantiles.of(1, Double.NaN))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> EnergyQuantiles.of(1, 2).quantile(1.5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("[0, 1]");
  }
}
