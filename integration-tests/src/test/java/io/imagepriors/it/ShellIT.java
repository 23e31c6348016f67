package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as users type them. */
class ShellIT {
  @TempDir Path folder;

  @Test
  void should_list_what_is_plugged_in() throws Exception {
    ProcessRun run = ProcessRun.priors(folder, "list");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("naive", "uniform", "mask", "hybrid", "digits");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void should_show_a_plugins_own_parameters_in_the_help() throws Exception {
    ProcessRun run = ProcessRun.priors(folder, "restore", "--degradation", "mask", "--help");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("--hole", "--missing");
  }

  @Test
  void should_restore_a_digit_to_a_picture() throws Exception {
    ProcessRun run =
        ProcessRun.priors(
            folder, "restore", "--index", "2", "--prior", "uniform", "--out", "digit.png");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("digit.png"))).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void should_run_commands_from_a_pipe_line_by_line() throws Exception {
    ProcessRun run = ProcessRun.priorsReading(folder, "list\npriors:info uniform\nexit\n");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("gaussian-noise").contains("MNIST");
  }

  @Test
  void should_report_its_health() throws Exception {
    ProcessRun run = ProcessRun.priors(folder, "doctor");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).containsIgnoringCase("onnx runtime");
  }
}
