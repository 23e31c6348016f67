package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archetype starts, built without a change by this build, is a plug-in already. */
class ArchetypeIT {
  private static final Path PROJECTS = Path.of(System.getProperty("imagepriors.started"));

  @TempDir Path folder;

  @Test
  void should_start_plugins_that_work_when_they_are_dropped_in() throws Exception {
    try (RunningShell shell = RunningShell.start(folder)) {
      // given the jars of a new degradation and a new prior
      shell.drop(jar("degradation", "light-fog"));
      shell.drop(jar("prior", "smooth"));

      // when they have arrived
      shell.await("list", list -> list.contains("light-fog-1") && list.contains("smooth-1"));

      // then they stand the checks, alone and with each other
      assertThat(shell.run("verify light-fog"))
          .contains("nothing failed")
          .containsPattern("degradation +light-fog +pass")
          .containsPattern("smooth +light-fog +.*pass");
      assertThat(shell.run("info smooth")).contains("strength");
    }
  }

  private static Path jar(String kind, String project) {
    return PROJECTS.resolve(kind).resolve(project).resolve("target/" + project + "-1.0.0.jar");
  }
}
