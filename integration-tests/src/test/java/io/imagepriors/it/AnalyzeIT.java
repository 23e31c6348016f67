package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analyze} over the shipped priors, in processes of its own. */
class AnalyzeIT {
  @TempDir Path folder;

  @Test
  void should_write_one_page_that_needs_nothing_else_and_repeat_its_figures() throws Exception {
    String first = analyze("first");
    String second = analyze("second");

    assertThat(first).isEqualTo(second);
    assertThat(first).contains("decoded holes of naive", "frechetDistance", "\"dimension\": 12");
    String page = Files.readString(folder.resolve("first").resolve("index.html"));
    assertThat(page)
        .contains("<h3>naive</h3>", "<h3>uniform</h3>", "alt=\"codes of z1 and z2\"")
        .contains("alt=\"a walk between two codes\"", "alt=\"energies of averages of two\"")
        .doesNotContain("src=\"http", "href=", "url(", "{{");
  }

  private String analyze(String out) throws Exception {
    ProcessRun run =
        ProcessRun.priors(
            folder, "analyze", "naive", "uniform", "--split", "test[0:200]", "--out", out);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("written: " + Path.of(out, "index.html"));
    return Files.readString(folder.resolve(out).resolve("analysis.json"));
  }
}
