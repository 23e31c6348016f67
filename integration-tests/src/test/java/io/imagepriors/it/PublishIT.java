package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training and verifying what was trained, with a plug-in folder of the test's own. */
class PublishIT {
  @TempDir Path folder;

  @Test
  void should_serve_a_trained_model_in_place_of_the_shipped_one() throws Exception {
    ProcessRun training =
        priors("train", "naive", "--split", "train[0:500]", "--epochs", "1", "--publish");
    ProcessRun listing = priors("list");

    assertThat(training.exit()).as(training.err()).isZero();
    assertThat(training.out()).endsWith("use it with: --prior naive\n");
    assertThat(folder.resolve("plugins/naive.onnx")).isRegularFile();
    assertThat(listing.out().lines().filter(line -> line.matches("prior +naive .*")))
        .hasSize(2)
        .first()
        .asString()
        .contains("naive.onnx")
        .doesNotContain("shadowed");
  }

  @Test
  void should_refuse_to_verify_what_is_not_there() throws Exception {
    ProcessRun run = priors("verify", "nave");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("nave").contains("naive");
  }

  @Test
  void should_verify_a_plugin_that_is_right() throws Exception {
    ProcessRun run = priors("verify", "digits", "--json");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("\"passed\": true", "\"check\": \"labels\"");
  }

  @Test
  void should_verify_the_reader_of_model_files_with_a_model_that_is_plugged_in() throws Exception {
    ProcessRun run = priors("verify", "onnx", "--json");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("\"check\": \"truncated\"", "\"check\": \"class-loader\"");
  }

  @Test
  void should_name_a_plugin_whose_code_stays_in_memory(@TempDir Path workshop) throws Exception {
    Files.createDirectories(folder.resolve("plugins"));
    Files.copy(PluginJar.of("Leaky", workshop), folder.resolve("plugins/leaky.jar"));

    ProcessRun run = priors("verify", "leaky");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("failed: dataset leaky: .*class-loader: its class loader is held")
        .contains("by a thread-local of a thread that used it");
  }

  private ProcessRun priors(String... arguments) throws Exception {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    List<String> all = new ArrayList<>();
    all.add("-Dimagepriors.home=" + Distribution.HOME);
    all.add("-Dimagepriors.plugins=" + plugins);
    all.add("io.imagepriors.launcher.Launcher");
    all.addAll(List.of(arguments));
    Stream<Path> jars =
        Stream.concat(
            Distribution.jars("lib").stream(), Distribution.jars("lib/training").stream());
    return ProcessRun.java(folder, Distribution.classPath(jars), all.toArray(String[]::new));
  }
}
