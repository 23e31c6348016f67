package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks, short: what they promise, but for times and memory. */
class BenchIT {
  @TempDir Path folder;

  @Test
  void should_lose_and_mix_nothing_when_plugins_change_under_load() throws Exception {
    ProcessRun run = bench("soak", "--cycles", "100", "--json");

    assertThat(run.out())
        .as(run.err())
        .contains(
            "\"flawless\": true",
            "\"loadersLeft\": 0",
            "\"bundlesLeft\": 0",
            "\"wrong\": {}",
            "\"undocumented\": {}",
            "\"failures\": {}",
            "\"cycles\": 100");
    assertThat(run.exit()).isZero();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void should_measure_every_kind_of_plugin() throws Exception {
    ProcessRun run = bench("hotplug", "--times", "1", "--json");

    assertThat(run.out())
        .as(run.err())
        .contains(
            "\"file\": \"probe-prior.jar\"",
            "\"file\": \"probe-degradation.jar\"",
            "\"file\": \"probe-restorer.jar\"",
            "\"file\": \"probe-model.onnx\"");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void should_time_steps_and_hold_them_against_the_machines_speed() throws Exception {
    ProcessRun run =
        bench("step", "--prior", "uniform", "--batch", "1,2", "--seconds", "0.5", "--json");

    assertThat(run.out())
        .as(run.err())
        .contains(
            "\"peakGigaflops\"",
            "\"step\": \"gradient\"",
            "\"step\": \"latent\"",
            "\"step\": \"map\"",
            "\"step\": \"latent-map\"",
            "\"shareOfPeak\"",
            "\"heapBytesPerStep\"");
    assertThat(run.exit()).isZero();
  }

  @Test
  void should_restore_train_and_look_at_memory() throws Exception {
    ProcessRun restore =
        bench("restore", "--restorer", "latent-map:starts=2", "--count", "4", "--seconds", "0.5");
    ProcessRun training = bench("training", "--seconds", "0.5", "--json");
    ProcessRun memory =
        bench("memory", "--restorer", "map:steps=2", "--count", "2", "--seconds", "0.5");

    assertThat(restore.out()).as(restore.err()).contains("mask:hole=14", "PSNR");
    assertThat(training.out()).as(training.err()).contains("\"imagesPerSecond\"");
    assertThat(memory.out()).as(memory.err()).contains("resident", "heap");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void should_skip_the_peer_where_there_is_no_python() throws Exception {
    ProcessRun run = bench("peer", "--python", folder.resolve("no-python").toString());

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("skipped: the peer does not start");
    assertThat(leftovers()).isEmpty();
  }

  private ProcessRun bench(String... arguments) throws Exception {
    List<String> all = new ArrayList<>();
    all.add("-Dimagepriors.home=" + Distribution.HOME);
    all.add("-Dimagepriors.plugins=" + folder);
    all.add("-Djava.io.tmpdir=" + folder);
    all.add("io.imagepriors.launcher.Launcher");
    all.add("bench");
    all.addAll(List.of(arguments));
    return ProcessRun.java(
        folder,
        Distribution.classPath(
            Stream.concat(
                Distribution.jars("lib").stream(), Distribution.jars("lib/training").stream())),
        all.toArray(String[]::new));
  }

  /** What is in the folder that served for temporary files and plug-ins. */
  private List<Path> leftovers() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
