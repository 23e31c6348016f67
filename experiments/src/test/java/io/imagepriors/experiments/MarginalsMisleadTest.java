package io.imagepriors.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MarginalsMisleadTest {
  private static final int COUNT = 1000;
  private static final int DIMENSION = 12;

  private final Random random = new Random(7);

  @Test
  void should_find_nothing_in_the_marginals_of_codes_that_leave_the_cube_empty() {
    // given
    double[][] codes = CodeLaw.FOLDED_PAIRS.draw(COUNT, DIMENSION, random);
    double[][] points = CodeLaw.UNIFORM.draw(COUNT, DIMENSION, random);
    double[][] uniform = CodeLaw.UNIFORM.draw(COUNT, DIMENSION, random);

    // then: .87 / sqrt(1000) is a uniform sample's mean distance; a correlation scatters by .03
    assertThat(Uniformity.kolmogorovSmirnov(codes)).isLessThan(0.04);
    assertThat(Uniformity.largestCorrelation(codes)).isLessThan(0.15);
    assertThat(Uniformity.holes(codes, points, uniform)).isGreaterThan(0.03);
  }

  @Test
  void should_see_dependent_coordinates_by_the_discrepancy() {
    // when
    double paired = MarginalsMislead.signal(CodeLaw.PAIRS, 250, 8, random);
    double none = MarginalsMislead.signal(CodeLaw.UNIFORM, 250, 8, random);

    // then: in deviations of single batches; a mean of eight scatters by less than one
    assertThat(paired).isGreaterThan(5);
    assertThat(none).isCloseTo(0, within(3.0));
  }
}
