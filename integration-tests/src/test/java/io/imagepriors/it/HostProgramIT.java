package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostProgramIT {

  @Test
  void should_run_inside_a_host_that_hears_of_plugins_as_they_come_and_go(@TempDir Path folder)
      throws Exception {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Path jar = PluginJar.of("Fog", Files.createDirectory(folder.resolve("workshop")));

    ProcessRun run =
        ProcessRun.java(
            folder,
            Distribution.classPath(
                Stream.concat(
                    Distribution.jars("lib").stream(), Stream.of(Distribution.testClasses()))),
            "io.imagepriors.it.HostProgram",
            Distribution.HOME.toString(),
            plugins.toString(),
            jar.toString());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "priors [naive, uniform]", "arrived from fog.jar", "restored 2", "gone", "closed");
  }
}
