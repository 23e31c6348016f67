package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassifierConformanceTest {

  @Test
  void should_pass_every_check_when_the_classifier_is_right() {
    List<Finding> findings =
        conformance(ToyClassifier.Fault.NONE).withProvider(ToyProvider.class).run();

    assertThat(findings).allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PASSED));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void should_catch_each_fault_by_the_check_made_for_it(ToyClassifier.Fault fault) {
    Finding finding = Findings.of(conformance(fault), fault.caughtBy());

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.reason()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void should_skip_closing_when_nobody_can_open_another_instance() {
    ClassifierConformance conformance =
        ClassifierConformance.of(new ToyClassifier(ToyClassifier.Fault.NONE));

    assertThat(Findings.of(conformance, "close").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  private static ClassifierConformance conformance(ToyClassifier.Fault fault) {
    return ClassifierConformance.of(new ToyClassifier(fault))
        .withReopening(() -> new ToyClassifier(fault));
  }
}
