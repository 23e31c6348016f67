package io.imagepriors.runtime.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.CodeStack;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodeLawTest {

  @Test
  void should_find_the_distance_of_even_steps_from_the_uniform_law() {
    // given the middles of four equal parts: F jumps by 1/4 at 1/8, 3/8, ...
    double[] values = {0.875, 0.125, 0.625, 0.375};

    assertThat(CodeLaw.ks(values)).isEqualTo(0.125, within(1e-15));
  }

  @Test
  void should_find_the_distance_of_one_point_from_the_uniform_law() {
    assertThat(CodeLaw.ks(new double[] {0.3, 0.3, 0.3})).isEqualTo(0.7, within(1e-15));
  }

  @Test
  void should_take_the_largest_correlation_whatever_its_sign() {
    double[][] coordinates = {{0, 1, 0, 1}, {0.9, 0.1, 0.9, 0.1}, {0, 0, 1, 1}};

    assertThat(CodeLaw.largestCorrelation(coordinates)).isEqualTo(1, within(1e-12));
  }

  @Test
  void should_give_no_correlation_to_a_coordinate_that_never_changes() {
    double[][] coordinates = {{0, 1, 2, 3}, {0.5, 0.5, 0.5, 0.5}};

    assertThat(CodeLaw.largestCorrelation(coordinates)).isZero();
  }

  @Test
  void should_find_nothing_amiss_in_uniform_codes() {
    CodeStack codes = Draws.uniform(2000, 3, new SplittableRandom(1));

    CodeLaw law = law(codes);

    // Four standard errors: .5/√n for KS, 1/√n for a correlation, and 10,000 points for holes.
    assertThat(law.worstKs()).isLessThan(0.045);
    assertThat(law.correlation()).isLessThan(0.09);
    assertThat(law.holes()).isEqualTo(0.01, within(0.006));
    assertThat(law.nearestRatio()).isEqualTo(1, within(0.05));
  }

  @Test
  void should_see_codes_that_crowd_in_one_half() {
    // given uniform codes of which one coordinate is halved
    CodeStack codes = Draws.uniform(2000, 2, new SplittableRandom(1));
    for (int i = 0; i < codes.count(); i++) {
      codes.values()[2 * i] /= 2;
    }

    CodeLaw law = law(codes);

    assertThat(law.ks().get(0)).isEqualTo(0.5, within(0.05));
    // Nearly all of the other half is empty, but for a margin as wide as codes lie apart.
    assertThat(law.holes()).isBetween(0.44, 0.51);
    // As many codes on half the area lie nearer to each other by √2.
    assertThat(law.nearestRatio()).isEqualTo(Math.sqrt(0.5), within(0.05));
  }

  private static CodeLaw law(CodeStack codes) {
    Holes holes = Holes.among(codes, new SplittableRandom(2));
    return CodeLaw.of(codes, holes, new SplittableRandom(3));
  }
}
