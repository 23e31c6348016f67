package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerConformanceTest {
  private static final Shape SHAPE = Shape.grey(5, 7);

  @Test
  void should_pass_every_check_when_the_trainer_is_right() {
    assertThat(conformance(ToyTrainer.Fault.NONE).withProvider(ToyProvider.class).run())
        .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PASSED));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void should_catch_each_fault_by_the_check_made_for_it(ToyTrainer.Fault fault) {
    Finding finding = Findings.of(conformance(fault), fault.caughtBy());

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.reason()).isNotBlank().doesNotContain("\n");
  }

  private static TrainerConformance conformance(ToyTrainer.Fault fault) {
    return TrainerConformance.of(new ToyTrainer(fault))
        .withShape(SHAPE)
        .withReader(new ToyReader(ToyReader.Fault.NONE))
        .withReopening(() -> new ToyTrainer(fault));
  }
}
