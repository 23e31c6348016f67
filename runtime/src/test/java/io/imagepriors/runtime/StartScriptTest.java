package io.imagepriors.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the distribution's start script sets for the process that it becomes. */
@EnabledOnOs(OS.LINUX)
class StartScriptTest {
  private static final Path SCRIPT = Path.of("src/main/distribution/bin/priors");
  private static final String LARGE = "33554432 536870912";
  private static final String SMALL = "262144 262144";

  @TempDir Path folder;

  /** Instead of Java a script that tells its environment. */
  @BeforeEach
  void makeDistribution() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("home/bin"));
    Files.copy(SCRIPT, bin.resolve("priors"));
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\necho $MALLOC_MMAP_THRESHOLD_ $MALLOC_TRIM_THRESHOLD_ $MALLOC_ARENA_MAX\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private String run(Map<String, String> environment, String line) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", folder + "/home/bin/priors"));
    command.addAll(List.of(line.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("MALLOC_"));
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train uniform --epochs 2",
        "bench training",
        "bench peer --threads 2",
        "demo --retrain",
        "evaluate --one-class --seeds 3"
      })
  void should_let_the_allocator_keep_memory_where_a_command_trains(String line) throws IOException {
    assertThat(run(Map.of(), line)).isEqualTo(LARGE + " 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"list", "restore --split train[7]", "bench memory", "bench soak", "info uniform"})
  void should_have_the_allocator_give_memory_back_elsewhere(String line) throws IOException {
    assertThat(run(Map.of(), line)).isEqualTo(SMALL + " 2");
  }

  @Test
  void should_leave_what_the_user_has_set() throws IOException {
    Map<String, String> environment =
        Map.of("MALLOC_MMAP_THRESHOLD_", "1000000", "MALLOC_ARENA_MAX", "8");

    assertThat(run(environment, "train naive")).isEqualTo("1000000 536870912 8");
  }
}
