package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PriorModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestorerConformanceTest {

  @Test
  void should_pass_every_check_when_the_restorer_is_right() {
    assertThat(conformance(ToyRestorer.Fault.NONE).run())
        .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PASSED));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void should_catch_each_fault_by_the_check_made_for_it(ToyRestorer.Fault fault) {
    Finding finding = Findings.of(conformance(fault), fault.caughtBy());

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.reason()).isNotBlank().doesNotContain("\n");
  }

  private static RestorerConformance conformance(ToyRestorer.Fault fault) {
    ToyPrior prior = new ToyPrior(ToyPrior.Fault.NONE);
    ToyDegradation degradation = new ToyDegradation(ToyDegradation.Fault.NONE);
    PriorModel bound = prior.bind(ToyPrior.SHAPE, defaults(prior));
    ForwardModel model = degradation.bind(ToyPrior.SHAPE, defaults(degradation));
    return RestorerConformance.of(new ToyRestorer(fault), model, bound)
        .withReopening(() -> new ToyRestorer(fault));
  }

  private static Parameters defaults(Plugin plugin) {
    return plugin.descriptor().defaults();
  }
}
