package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.ImageStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriorConformanceTest {

  @Test
  void should_pass_every_check_when_the_prior_is_right() {
    List<Finding> findings = conformance(ToyPrior.Fault.NONE).withProvider(ToyProvider.class).run();

    assertThat(findings).allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PASSED));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void should_catch_each_fault_by_the_check_made_for_it(ToyPrior.Fault fault) {
    Finding finding = Findings.of(conformance(fault), fault.caughtBy());

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.reason()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void should_skip_closing_when_nobody_can_open_another_instance() {
    PriorConformance conformance = PriorConformance.of(new ToyPrior(ToyPrior.Fault.NONE));

    assertThat(Findings.of(conformance, "close").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"close", "close-twice", "class-loader"})
  void should_close_copies_that_a_reader_opens_from_the_same_file(
      String check, @TempDir Path folder) throws IOException {
    ImageStack mean = ProbeImages.of(ToyPrior.SHAPE, 1);
    byte[] model = ToyModelFile.of(ToyPrior.SHAPE, mean.pixels()).bytes();
    Path file = Files.write(folder.resolve("toy.onnx"), model);
    PriorConformance conformance =
        PriorConformance.of(new ToyReader(ToyReader.Fault.NONE).open(file))
            .withModelFile(ToyProvider.class, "toy-reader", file);

    assertThat(Findings.of(conformance, check)).hasToString(check + ": passed");
  }

  private static PriorConformance conformance(ToyPrior.Fault fault) {
    return PriorConformance.of(new ToyPrior(fault)).withReopening(() -> new ToyPrior(fault));
  }
}
