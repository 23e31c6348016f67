package io.imagepriors.runtime.command.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.runtime.command.restoration.ToyShades.ShadeTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate --one-class} with flat images of three shades. */
class OneClassCommandTest {
  @TempDir private Path folder;

  private final ShadeTrainer trainer = new ShadeTrainer();
  private final Bench bench =
      new Bench().plug(trainer).plug(ToyShades.reader()).plug(ToyShades.dataset(3, true));
  private Path out;

  @BeforeEach
  void setUp() {
    out = folder.resolve("out");
  }

  @Test
  void should_tell_each_class_from_the_others() {
    assertThat(run("--json")).isZero();

    JsonObject json = JsonParser.parseString(bench.out()).getAsJsonObject();
    // Shades of a class differ by .03 at most, those of two classes by more than .2.
    assertThat(json.get("auroc").getAsDouble()).isEqualTo(1);
    assertThat(json.get("training").getAsString()).isEqualTo("shades train");
    assertThat(json.get("score").getAsString()).contains("nearest codes of training images");
    assertThat(json.getAsJsonArray("classes")).hasSize(3);
    JsonObject first = json.getAsJsonArray("classes").get(0).getAsJsonObject();
    assertThat(first.get("trained").getAsInt()).isEqualTo(10);
    assertThat(first.get("members").getAsInt()).isEqualTo(4);
    assertThat(first.get("others").getAsInt()).isEqualTo(8);
    assertThat(json.has("seedSpread")).isFalse();
  }

  @Test
  void should_print_a_table_and_write_files() throws IOException {
    Path csv = folder.resolve("it.csv");

    assertThat(run("--seeds", "2", "--classes", "2,0", "--csv", csv.toString())).isZero();

    assertThat(bench.out())
        .contains("CLASS  TRAINED ON  MEMBERS  OTHERS   AUROC   SEEDS  ENERGY ALONE")
        .contains("2              10        4       8  1.0000  0.0000")
        .contains("training seeds 0,1", "written: " + csv);
    assertThat(Files.readAllLines(csv))
        .hasSize(5)
        .first()
        .isEqualTo("class,seed,trained,members,others,auroc,energyAuroc,seconds,model");
    assertThat(out.resolve("results.csv")).hasSameTextualContentAs(csv);
    assertThat(Files.readString(out.resolve("results.json")))
        .contains("./priors evaluate --one-class --trainer naive", "--classes 2,0 --seeds 0,1");
  }

  @Test
  void should_train_once_what_the_folder_keeps() throws IOException {
    run("--classes", "0,1");
    run();

    assertThat(trainer.trainings()).isEqualTo(3);
    try (var files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".onnx"))
          .hasSize(3)
          .noneMatch(name -> name.contains("unfinished"));
    }
  }

  @Test
  void should_train_anew_with_other_settings_or_images() {
    run("--classes", "0");
    run("--classes", "0", "--epochs", "7");
    run("--classes", "0", "--seeds", "5,");
    run("--classes", "0", "--training-split", "train[:20]");

    assertThat(trainer.trainings()).isEqualTo(4);
  }

  @Test
  void should_set_epochs_by_the_number_of_images_unless_the_user_does() {
    run("--classes", "0", "--json");
    assertThat(bench.out()).contains("\"settings\": \"naive\"");

    run("--classes", "0", "--epochs", "1", "--json");
    assertThat(bench.out()).contains("\"settings\": \"naive:epochs=1\"");
    assertThat(trainer.trainings()).isEqualTo(2); // as few as the default of the trainer, but asked
  }

  @Test
  void should_keep_what_is_trained_when_it_is_cancelled() {
    run("--classes", "0");
    bench.cancel();

    assertThat(run()).isEqualTo(130);
    assertThat(bench.err()).contains("cancelled");
    assertThat(trainer.trainings()).isEqualTo(1);
  }

  @Test
  void should_say_what_it_can_not_work_with() {
    assertThat(run("--classes", "0,9")).isEqualTo(2);
    assertThat(bench.err()).contains("unknown class '9'; there are: 0, 1, 2");

    assertThat(run("--seed", "3")).isEqualTo(2);
    assertThat(bench.err()).contains("takes --seeds, as in --seeds 7,");

    assertThat(run("--split", "train")).isEqualTo(2);
    assertThat(bench.err()).contains("must differ from those that are tested, got shades train");

    bench.plug(ToyShades.classifierTrainer());
    assertThat(run("--trainer", "judge")).isEqualTo(2);
    assertThat(bench.err()).contains("--trainer must train priors, got judge");
  }

  @Test
  void should_need_labels_and_two_classes() {
    Bench unlabelled =
        new Bench().plug(trainer).plug(ToyShades.reader()).plug(ToyShades.dataset(3, false));
    assertThat(unlabelled.run("evaluate", "--one-class", "--out", out.toString())).isEqualTo(2);
    assertThat(unlabelled.err()).contains("images of shades test must have labels, got none");

    Bench single =
        new Bench().plug(trainer).plug(ToyShades.reader()).plug(ToyShades.dataset(1, true));
    assertThat(single.run("evaluate", "--one-class", "--out", out.toString())).isEqualTo(2);
    assertThat(single.err()).contains("must be of two classes at least, got 1");
  }

  @Test
  void should_explain_both_forms() {
    bench.run("evaluate", "--help");
    assertThat(bench.out()).contains("--reference", "--one-class");

    bench.run("evaluate", "--one-class", "--help");
    assertThat(bench.out()).contains("Usage: priors evaluate --one-class", "--training-split");
    assertThat(bench.out()).doesNotContain("--reference");
  }

  private int run(String... words) {
    String[] line = new String[words.length + 4];
    System.arraycopy(
        new String[] {"evaluate", "--one-class", "--out", out.toString()}, 0, line, 0, 4);
    System.arraycopy(words, 0, line, 4, words.length);
    return bench.run(line);
  }
}
