package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate} over the shipped priors, restorers and classifier. */
class EvaluateIT {
  @TempDir Path folder;

  @Test
  void should_go_on_from_a_torn_journal_to_the_same_figures() throws Exception {
    ProcessRun whole = evaluate("whole");
    List<String> lines = Files.readAllLines(folder.resolve("whole/finished.jsonl"));
    // As a kill would leave it: three pieces of work of six, the last one half written.
    Path torn = Files.createDirectory(folder.resolve("torn")).resolve("finished.jsonl");
    String half = lines.get(2).substring(0, lines.get(2).length() / 2);
    Files.writeString(torn, lines.get(0) + "\n" + lines.get(1) + "\n" + half);

    ProcessRun resumed = evaluate("torn");

    assertThat(lines).hasSize(6);
    assertThat(resumed.err()).contains("finished by earlier runs: 2 of 6");
    assertThat(withoutTimes(resumed.out())).isEqualTo(withoutTimes(whole.out()));
    assertThat(whole.out())
        .contains("\"accuracy\"", "\"ssim\"", "\"gainMargin\"", "\"prior\": null");
    assertThat(folder.resolve("torn/results.csv")).isNotEmptyFile();
  }

  private ProcessRun evaluate(String out) throws Exception {
    ProcessRun run =
        ProcessRun.priors(
            folder,
            "evaluate",
            "--count",
            "3",
            "--seeds",
            "2",
            "--degradation",
            "mask:hole=10",
            "--restorer",
            "hybrid",
            "--restorer",
            "total-variation",
            "--out",
            out,
            "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("\"seconds\": [0-9.E-]+", "");
  }
}
