package io.imagepriors.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.catalog.ClassPathCatalog;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HolesLetOutliersInTest {
  private static final int CODES = 400;

  private final ClassPathCatalog plugins = ClassPathCatalog.load();
  private final HolesLetOutliersIn experiment = new HolesLetOutliersIn(plugins, 500, 200);
  private final ScoredPrior naive = experiment.priors().get(0);
  private final ScoredPrior uniform = experiment.priors().get(1);

  @AfterEach
  void close() {
    plugins.close();
  }

  private static CodeStack codes(ScoredPrior prior) {
    return HolesLetOutliersIn.uniformCodes(prior, CODES, new Random(1));
  }

  @Test
  void should_let_outliers_pass_under_the_prior_whose_holes_made_them() {
    // given
    ImageStack outliers = naive.decode(codes(naive));

    // then: 4,000 codes gave 63% and 21%
    assertThat(experiment.accepted(naive, outliers))
        .isGreaterThan(experiment.accepted(uniform, outliers) + 0.2);
  }

  @Test
  void should_let_images_of_a_full_cube_pass_under_both_priors() {
    // given
    ImageStack images = uniform.decode(codes(uniform));

    // then: 4,000 codes gave 99% and 100%
    assertThat(experiment.accepted(naive, images)).isGreaterThan(0.9);
    assertThat(experiment.accepted(uniform, images)).isGreaterThan(0.9);
  }

  @Test
  void should_come_near_to_rest_by_going_round() {
    // given
    CodeStack codes = codes(naive);

    // when
    double before = naive.meanReturn(codes);
    double after = naive.meanReturn(HolesLetOutliersIn.goRound(naive, codes));

    // then: 4,000 codes gave .41 and .03
    assertThat(after).isLessThan(before / 4);
  }
}
