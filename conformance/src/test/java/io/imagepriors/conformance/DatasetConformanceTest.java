package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetConformanceTest {

  @Test
  void should_pass_every_check_when_the_dataset_is_right() {
    assertThat(conformance(ToyDataset.Fault.NONE).withProvider(ToyProvider.class).run())
        .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PASSED));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void should_catch_each_fault_by_the_check_made_for_it(ToyDataset.Fault fault) {
    Finding finding = Findings.of(conformance(fault), fault.caughtBy());

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.reason()).isNotBlank().doesNotContain("\n");
  }

  private static DatasetConformance conformance(ToyDataset.Fault fault) {
    return DatasetConformance.of(new ToyDataset(fault)).withReopening(() -> new ToyDataset(fault));
  }
}
