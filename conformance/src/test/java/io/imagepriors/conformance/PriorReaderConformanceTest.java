package io.imagepriors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriorReaderConformanceTest {
  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void writeModel() throws IOException {
    Shape shape = Shape.grey(5, 7);
    byte[] bytes = ToyModelFile.of(shape, ProbeImages.of(shape, 1).pixels()).bytes();
    model = Files.write(folder.resolve("toy.onnx"), bytes);
  }

  @Test
  void should_pass_every_check_when_the_reader_is_right() {
    assertThat(conformance(ToyReader.Fault.NONE).withProvider(ToyProvider.class).run())
        .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PASSED));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void should_catch_each_fault_by_the_check_made_for_it(ToyReader.Fault fault) {
    Finding finding = Findings.of(conformance(fault), fault.caughtBy());

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.reason()).isNotBlank().doesNotContain("\n");
  }

  private PriorReaderConformance conformance(ToyReader.Fault fault) {
    return PriorReaderConformance.of(new ToyReader(fault), model)
        .withReopening(() -> new ToyReader(fault));
  }
}
