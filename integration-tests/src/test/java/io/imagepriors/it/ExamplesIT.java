package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples, which this build has made as the strangers they are, in the running product. */
class ExamplesIT {
  private static final Path PROJECTS = Path.of(System.getProperty("imagepriors.examples"));

  @TempDir Path folder;

  @Test
  void should_serve_from_the_moment_they_are_dropped_in_until_they_are_deleted() throws Exception {
    try (RunningShell shell = RunningShell.start(folder)) {
      // given a shell that has never heard of them
      assertThat(shell.run("list")).doesNotContain("motion-blur", "gaussian-mixture");

      // when both are dropped in
      Path blur = shell.drop(jar("motion-blur"));
      Path mixture = shell.drop(jar("gaussian-mixture-prior"));

      // then they are listed, restore, and stand the checks of the conformance kit
      shell.await("list", list -> list.contains("motion-blur-") && list.contains("mixture-prior-"));
      String restored =
          shell.run(
              "restore --prior gaussian-mixture --degradation motion-blur --restorer map"
                  + " --index 3 --out restored.png --json");
      assertThat(Files.isRegularFile(folder.resolve("restored.png"))).as(restored).isTrue();
      assertThat(shell.run("verify motion-blur gaussian-mixture"))
          .contains("nothing failed")
          .containsPattern("degradation +motion-blur +pass")
          .containsPattern("prior +gaussian-mixture +pass");

      // and deleting their files takes them away
      Files.delete(blur);
      Files.delete(mixture);
      shell.await(
          "list", list -> !list.contains("motion-blur") && !list.contains("gaussian-mixture"));
    }
  }

  private static Path jar(String project) {
    return PROJECTS.resolve(project).resolve("target").resolve(project + "-1.0.0.jar");
  }
}
