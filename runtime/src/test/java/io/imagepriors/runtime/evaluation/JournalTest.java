package io.imagepriors.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Restorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("finished.jsonl");
  }

  @Test
  void should_take_what_is_finished_to_the_last_bit() {
    Results first = run(List.of(1L, 2L), 6);
    Journal journal = Journal.open(file);

    Results again = Evaluation.run(plan(List.of(1L, 2L), 6), journal, Monitor.none());

    assertThat(journal.taken()).isEqualTo(4);
    for (int i = 0; i < first.rows().size(); i++) {
      Result before = first.results().get(i);
      Result after = again.results().get(i);
      assertThat(after.row().method()).isEqualTo(before.row().method());
      assertThat(after.row().seconds()).isEqualTo(before.row().seconds());
      assertThat(after.after().values(Figure.MISSING))
          .containsExactly(before.after().values(Figure.MISSING));
      assertThat(after.restored()).isEmpty();
    }
  }

  @Test
  void should_go_on_after_a_torn_line() throws IOException {
    run(List.of(1L), 6);
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 30));

    Journal journal = Journal.open(file);
    Evaluation.run(plan(List.of(1L), 6), journal, Monitor.none());

    assertThat(journal.taken()).isEqualTo(1);
    assertThat(taken(List.of(1L), 6)).isEqualTo(2);
  }

  @Test
  void should_not_take_the_work_of_other_settings() throws IOException {
    run(List.of(1L), 6);

    assertThat(taken(List.of(3L), 6)).as("other seed").isZero();
    assertThat(taken(List.of(1L), 7)).as("other images").isZero();
    assertThat(taken(List.of(1L, 9L), 6)).as("one more seed").isEqualTo(2);
  }

  @Test
  void should_ignore_lines_of_others() throws IOException {
    Files.writeString(
        file, "{}\nnull\n[1]\n\n{\"key\":\"a\",\"figures\":{\"PSNR\":[1,2],\"SSIM\":[1]}}\n");
    run(List.of(1L), 6);
    Files.writeString(file, "not json\n", StandardOpenOption.APPEND);

    assertThat(taken(List.of(1L), 6)).isEqualTo(2);
  }

  private int taken(List<Long> seeds, int count) {
    Journal journal = Journal.open(file);
    Evaluation.run(plan(seeds, count), journal, Monitor.none());
    return journal.taken();
  }

  private Results run(List<Long> seeds, int count) {
    return Evaluation.run(plan(seeds, count), Journal.open(file), Monitor.none());
  }

  private static Plan plan(List<Long> seeds, int count) {
    Restorer base = Toys.baseline("base");
    return new Plan(
        List.of(Candidate.of(Toys.prior("a"))),
        List.of(Candidate.of(Toys.stripe())),
        List.of(Candidate.of(Toys.flatten()), Candidate.of(base)),
        Toys.flatImages(count),
        seeds,
        Optional.empty(),
        4,
        2);
  }
}
