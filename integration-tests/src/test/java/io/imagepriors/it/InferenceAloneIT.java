package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution without {@code lib/training}, which is what most services install. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its script has another name")
class InferenceAloneIT {
  @TempDir private Path home;

  @BeforeEach
  void install() throws IOException {
    Files.createDirectories(home.resolve("lib/native"));
    for (String part : List.of("bin", "bundles", "lib", "lib/native/onnxruntime")) {
      copy(part);
    }
  }

  /** Copies the files of a folder, not those of folders in it. */
  private void copy(String part) throws IOException {
    Path copy = Files.createDirectories(home.resolve(part));
    try (Stream<Path> files = Files.list(Distribution.HOME.resolve(part))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void should_restore() throws Exception {
    ProcessRun run = priors("restore", "--degradation", "mask:hole=10", "--index", "3", "--json");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("psnr");
  }

  @Test
  void should_say_what_training_needs() throws Exception {
    ProcessRun run = priors("train", "naive", "--output", home.resolve("mine.onnx").toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("training is not installed", "lib/training");
  }

  @Test
  void should_start_from_an_archive_of_classes_that_it_made() throws Exception {
    assertThat(priors("list").exit()).isZero();
    Path archive = home.resolve("classes.jsa");
    assertThat(archive).isNotEmptyFile();

    ProcessRun again = priors("list", "--json");

    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.out()).startsWith("{").contains("uniform");
    assertThat(again.err()).isEmpty();
  }

  private ProcessRun priors(String... arguments) throws Exception {
    Path script = home.resolve("bin").resolve("priors");
    return ProcessRun.of(
        home, Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList());
  }
}
