package io.imagepriors.tasks.restorer;

import static io.imagepriors.tasks.restorer.RestorersTest.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.tasks.degradation.CompressedSensing;
import io.imagepriors.tasks.degradation.Downsample;
import io.imagepriors.tasks.degradation.GaussianNoise;
import io.imagepriors.tasks.degradation.Mask;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** How the prior's weight follows the damage. */
class TemperatureTest {

  @Test
  void should_count_what_an_operator_weakens_as_more_noise() {
    double half = temperature(bind(new Downsample(), "factor", "2", "sigma", "0.1"));
    double seen = temperature(bind(new GaussianNoise(), "sigma", "0.4"));

    // The mean of 2x2 pixels has the Frobenius norm sqrt(n) / 4, for every choice of signs.
    assertThat(half).isCloseTo(seen, within(1e-6 * seen));
  }

  @Test
  void should_not_depend_on_how_many_pixels_are_seen() {
    double few = temperature(bind(new Mask(), "missing", "0.9", "sigma", "0.1"));
    double many = temperature(bind(new Mask(), "missing", "0.1", "sigma", "0.1"));

    assertThat(few)
        .isEqualTo(many)
        .isEqualTo(temperature(bind(new GaussianNoise(), "sigma", "0.1")));
  }

  @Test
  void should_know_the_gain_of_random_projections() {
    ForwardModel model = bind(new CompressedSensing(), "measurements", "50%");

    // Its expectation is 1; the matrix and 16 probes of 80 values leave a deviation of 4%.
    assertThat(Gain.of(model)).isCloseTo(1, within(0.2));
  }

  @Test
  void should_be_what_the_user_chose() {
    assertThat(Temperature.of(OptionalDouble.of(0.7), bind(new Mask()))).isEqualTo(0.7);
  }

  private static double temperature(ForwardModel model) {
    return Temperature.of(OptionalDouble.empty(), model);
  }
}
