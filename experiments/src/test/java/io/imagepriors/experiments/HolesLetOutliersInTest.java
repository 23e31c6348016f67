package io.imagepriors.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.catalog.ClassPathCatalog;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HolesLetOutliersInTest {

  @Test
  void should_tell_digits_from_what_naive_makes_of_holes_by_the_uniform_prior_alone() {
    // given
    try (ClassPathCatalog plugins = ClassPathCatalog.load()) {
      HolesLetOutliersIn experiment = new HolesLetOutliersIn(plugins, 500, 100);
      ScoredPrior naive = experiment.priors().get(0);
      ScoredPrior uniform = experiment.priors().get(1);
      CodeStack codes = HolesLetOutliersIn.uniformCodes(naive, 400, new Random(1));

      // when
      ImageStack outliers = naive.decode(experiment.emptiest(naive, codes));

      // then
      assertThat(experiment.auroc(uniform, outliers)).isGreaterThan(0.8);
      assertThat(experiment.auroc(naive, outliers))
          .isLessThan(experiment.auroc(uniform, outliers) - 0.1);
    }
  }
}
