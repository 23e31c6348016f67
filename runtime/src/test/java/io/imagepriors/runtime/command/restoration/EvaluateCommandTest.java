package io.imagepriors.runtime.command.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.evaluation.ToyClassifier;
import io.imagepriors.runtime.evaluation.Toys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir private Path folder;

  private final Bench bench = Bench.complete().plug(Toys.baseline("base"));

  @Test
  void should_measure_with_several_seeds_and_compare_with_the_input() {
    assertThat(bench.run("evaluate", "--degradation", "stripe", "--json")).isZero();

    JsonObject row = row(0);
    assertThat(json().get("seeds").toString()).isEqualTo("[0,1,2]");
    assertThat(json().get("seed").getAsLong()).isZero();
    assertThat(json().get("reference").getAsString()).isEqualTo("input");
    assertThat(row.keySet())
        .contains("psnrBefore", "psnrAfter", "psnrMissing", "seconds", "count")
        .contains("psnrAfterSpread", "psnrMissingSpread", "gain", "gainMargin");
    // The judged figure of a mask is that of the missing pixels; both are rounded to four decimals.
    assertThat(row.get("gain").getAsDouble())
        .isCloseTo(
            row.get("psnrMissing").getAsDouble() - row.get("psnrMissingBefore").getAsDouble(),
            org.assertj.core.api.Assertions.within(2e-4));
  }

  @Test
  void should_give_one_image_no_standard_error() {
    bench.run("evaluate", "--degradation", "stripe", "--count", "1", "--json");

    assertThat(row(0).keySet())
        .contains("psnrAfter", "psnrAfterSpread")
        .doesNotContain("psnrAfterError", "psnrMissingError");
  }

  @Test
  void should_take_the_usual_degradations_in_several_strengths() {
    bench.run("evaluate", "--seeds", "1", "--restorer", "base", "--json");

    assertThat(json().getAsJsonArray("rows"))
        .extracting(row -> row.getAsJsonObject().get("degradation").getAsString())
        .containsExactly(
            "gaussian-noise:sigma=0.1", "gaussian-noise:sigma=0.25", "gaussian-noise:sigma=0.5");
  }

  @Test
  void should_set_prior_against_prior_and_all_against_a_reference() {
    bench.run("evaluate", "--seeds", "2", "--reference", "hybrid,naive", "--json");

    JsonObject comparison = json().getAsJsonArray("comparisons").get(0).getAsJsonObject();
    assertThat(comparison.get("prior").getAsString()).isEqualTo("uniform");
    assertThat(comparison.get("other").getAsString()).isEqualTo("naive");
    assertThat(comparison.get("difference").getAsDouble()).isZero();
    assertThat(comparison.get("clear").getAsBoolean()).isFalse();
    assertThat(method("hybrid", "naive").has("gain")).isFalse();
    assertThat(method("hybrid", "uniform").get("gain").getAsDouble()).isZero();
  }

  @Test
  void should_explain_every_symbol_on_the_console() {
    bench.plug(new ToyClassifier("digit-classifier", Toys.SHAPE, 10));

    bench.run("evaluate", "--degradation", "stripe", "--seeds", "2");

    assertThat(bench.out())
        .contains("right %", "missing dB", "seeds dB", "gain dB", "  input", "  base ")
        .contains("Means over 10 images of toys <test>", "2 noise seeds", "standard error")
        .contains("of the clean images 100.0 %", "95% confidence interval", "*: best")
        .contains("stripe, hybrid: uniform and naive can't be told apart: 0.00 ± 0.00 dB");
  }

  @Test
  void should_count_right_classes_before_and_after() {
    bench.plug(new ToyClassifier("digit-classifier", Toys.SHAPE, 10));

    bench.run("evaluate", "--degradation", "stripe", "--restorer", "base", "--json");

    // A quarter of the grey is missing before; of ten values, only the darkest stay what they are.
    assertThat(row(0).get("accuracyBefore").getAsDouble()).isLessThan(0.5);
    assertThat(row(0).get("accuracy").getAsDouble()).isEqualTo(1);
    assertThat(json().get("command").getAsString()).contains("--classifier digit-classifier");
  }

  @Test
  void should_leave_accuracy_out_where_the_usual_classifier_does_not_fit() {
    bench.plug(new ToyClassifier("digit-classifier", Shape.grey(8, 8), 10));
    bench.plug(new ToyClassifier("confused", Toys.SHAPE, 3));

    assertThat(bench.run("evaluate", "--seeds", "1", "--json")).isZero();

    assertThat(row(0).has("accuracy")).isFalse();
    assertThat(bench.err()).contains("accuracy left out", "8x8");
    assertThat(bench.run("evaluate", "--classifier", "digit-classifier")).isEqualTo(2);
    assertThat(bench.err().lines()).hasSize(1);
    assertThat(bench.run("evaluate", "--classifier", "confused", "--json")).isZero();
    assertThat(row(0).has("accuracy")).isTrue();
  }

  @Test
  void should_leave_accuracy_out_where_the_usual_classifier_knows_other_images() {
    bench.plug(new ToyClassifier("digit-classifier", Toys.SHAPE, 3));

    assertThat(bench.run("evaluate", "--seeds", "1")).isZero();

    assertThat(bench.out()).doesNotContain("right %");
    assertThat(bench.err()).contains("accuracy left out: digit-classifier finds the class of");
  }

  @Test
  void should_say_how_to_repeat_it() {
    bench.run("evaluate", "--seeds", "5,", "--reference", "hybrid, naive", "--json");
    JsonObject first = json();
    String command = first.get("command").getAsString();

    bench.run((command.replaceFirst("./priors ", "") + " --json").split(" "));

    assertThat(command).contains("--seeds 5,", "--reference hybrid,naive");
    assertThat(json().get("seeds").toString()).isEqualTo("[5]");
    assertThat(row(0).get("psnrAfter"))
        .isEqualTo(first.getAsJsonArray("rows").get(0).getAsJsonObject().get("psnrAfter"));
  }

  @Test
  void should_go_on_where_an_earlier_run_ended() throws IOException {
    Path out = folder.resolve("figures");
    String[] line = {"evaluate", "--degradation", "stripe", "--out", out.toString(), "--json"};
    bench.run(line);
    String rows = json().getAsJsonArray("rows").toString();
    String csv = Files.readString(out.resolve("results.csv"));
    assertThat(bench.err()).doesNotContain("finished by earlier runs");

    bench.run(line);

    // Times too: nothing was computed again.
    assertThat(json().getAsJsonArray("rows")).hasToString(rows);
    assertThat(bench.err()).contains("finished by earlier runs: 9 of 9");
    assertThat(out.resolve("results.csv")).hasContent(csv);
    assertThat(out.resolve("results.json")).isNotEmptyFile();
  }

  @Test
  void should_write_a_table_for_spreadsheets() throws IOException {
    Path csv = folder.resolve("it.csv");

    bench.run("evaluate", "--degradation", "gaussian-noise:sigma=0.2+stripe", "--csv", csv + "");

    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("prior,degradation,restorer,count,psnrBefore,psnrAfter");
    assertThat(lines.get(1)).startsWith(",gaussian-noise:sigma=0.2+stripe,base,10,");
    assertThat(lines).allMatch(line -> line.split(",", -1).length == 23);
  }

  @Test
  void should_refuse_bad_input_in_one_line() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    List<String[]> lines =
        List.of(
            new String[] {"evaluate", "--seeds", "0"},
            new String[] {"evaluate", "--seeds", "a,b"},
            new String[] {"evaluate", "--seeds", ","},
            new String[] {"evaluate", "--count", "11"},
            new String[] {"evaluate", "--reference", "hybrid"},
            new String[] {"evaluate", "--csv", folder.toString()},
            new String[] {"evaluate", "--out", file.toString()});

    for (String[] line : lines) {
      assertThat(bench.run(line)).as(String.join(" ", line)).isEqualTo(2);
      assertThat(bench.err().lines()).as(bench.err()).hasSize(1);
    }
  }

  private JsonObject json() {
    return JsonParser.parseString(bench.out()).getAsJsonObject();
  }

  private JsonObject row(int index) {
    return json().getAsJsonArray("rows").get(index).getAsJsonObject();
  }

  private JsonObject method(String restorer, String prior) {
    for (var row : json().getAsJsonArray("rows")) {
      JsonObject fields = row.getAsJsonObject();
      if (fields.get("restorer").getAsString().equals(restorer)
          && !fields.get("prior").isJsonNull()
          && fields.get("prior").getAsString().equals(prior)) {
        return fields;
      }
    }
    throw new AssertionError("no row of " + restorer + ", " + prior);
  }
}
