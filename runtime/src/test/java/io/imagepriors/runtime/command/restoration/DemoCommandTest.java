package io.imagepriors.runtime.command.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir private Path folder;

  private final Bench bench = Bench.complete();

  @Test
  void should_leave_page_data_and_sheets() throws IOException {
    Path out = folder.resolve("demo");

    int code = bench.run("demo", "--out", out.toString());

    assertThat(bench.err()).isEmpty();
    assertThat(code).isZero();
    assertThat(bench.out()).contains("written: " + out.resolve("report.html"));
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("Restored digits", "Why the two priors differ", "./priors demo --count 64");
    assertThat(out.resolve("results.json")).isNotEmptyFile();
    assertThat(out.resolve("sheet-gaussian-noise-sigma-0.25.png")).isNotEmptyFile();
  }

  @Test
  void should_train_with_every_trainer_first_when_asked() throws IOException {
    bench.plug(new ToyTrainer("naive")).plug(new ToyTrainer("uniform"));
    bench.plug(new ToyTrainer.Reader());

    int code = bench.run("demo", "--retrain", "--seed", "6", "--out", folder.toString());

    assertThat(code).isZero();
    assertThat(bench.err()).contains("trained naive in", "trained uniform in");
    assertThat(Files.readString(folder.resolve("uniform.onnx")))
        .startsWith("40 images, uniform:epochs=")
        .endsWith(",seed=6");
    assertThat(bench.out()).contains("hybrid, naive", "hybrid, uniform");
  }

  @Test
  void should_say_that_there_is_nothing_to_train_with() {
    assertThat(bench.run("demo", "--retrain", "--out", folder.toString())).isEqualTo(2);

    assertThat(bench.err()).contains("needs a trainer of priors; none is plugged in");
  }

  @Test
  void should_look_for_a_reader_before_it_trains() {
    bench.plug(new ToyTrainer("naive"));

    assertThat(bench.run("demo", "--retrain", "--out", folder.toString())).isEqualTo(2);

    assertThat(bench.err()).contains("unknown kind of model file");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void should_refuse_a_folder_that_can_not_be_made() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    assertThat(bench.run("demo", "--out", file.resolve("demo").toString())).isEqualTo(2);

    assertThat(bench.err().lines()).hasSize(1);
  }

  @Test
  void should_leave_nothing_when_it_is_cancelled() {
    bench.cancel();

    assertThat(bench.run("demo", "--out", folder.toString())).isEqualTo(130);

    assertThat(bench.err()).contains("cancelled");
    assertThat(folder).isEmptyDirectory();
  }
}
