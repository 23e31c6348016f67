package io.imagepriors.runtime.command.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.runtime.evaluation.Toys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir private Path folder;

  private final Bench bench = Bench.complete();

  @Test
  void should_take_all_priors_and_restorers_by_default() {
    bench.plug(Toys.flatten("other"));

    assertThat(bench.run("compare", "--json")).isZero();

    assertThat(names("prior")).containsExactly("naive", "uniform", "naive", "uniform");
    assertThat(names("restorer")).containsExactly("hybrid", "hybrid", "other", "other");
    assertThat(names("degradation")).containsOnly("gaussian-noise:sigma=0.25");
    assertThat(names("count")).containsOnly("10");
  }

  @Test
  void should_take_what_the_user_names() {
    bench.run(
        "compare",
        "--prior",
        "naive",
        "--degradation",
        "stripe",
        "--degradation",
        "gaussian-noise:sigma=0.3",
        "--count",
        "4",
        "--json");

    assertThat(names("degradation")).containsExactly("stripe", "gaussian-noise:sigma=0.3");
    assertThat(names("prior")).containsOnly("naive");
    assertThat(names("count")).containsOnly("4");
  }

  @Test
  void should_give_a_restorer_without_prior_one_row() {
    bench.plug(Toys.baseline("base"));

    bench.run("compare", "--json");

    assertThat(json().getAsJsonArray("rows")).hasSize(3);
    assertThat(json().getAsJsonArray("rows").get(0).getAsJsonObject().get("prior").isJsonNull())
        .isTrue();
    bench.run("compare");
    assertThat(bench.out()).contains("  base  ", "hybrid, naive");
    assertThat(bench.run("compare", "--restorer", "base", "--json")).isZero();
    assertThat(json().get("command").getAsString()).doesNotContain("--prior");
  }

  @Test
  void should_say_how_to_repeat_it() {
    bench.run(
        "compare",
        "--prior",
        "naive",
        "--degradation",
        "gaussian-noise:sigma=0.2+stripe",
        "--seed",
        "3",
        "--json");

    String command = json().get("command").getAsString();
    JsonArray rows = json().getAsJsonArray("rows");
    bench.run((command.replaceFirst("./priors ", "") + " --json").split(" "));

    assertThat(json().get("command").getAsString()).isEqualTo(command);
    assertThat(json().getAsJsonArray("rows").get(0).getAsJsonObject().get("psnrAfter"))
        .isEqualTo(rows.get(0).getAsJsonObject().get("psnrAfter"));
  }

  @Test
  void should_print_a_table_and_write_a_folder() {
    Path out = folder.resolve("a").resolve("b");

    assertThat(bench.run("compare", "--out", out.toString())).isZero();

    assertThat(bench.out()).contains("hybrid, naive", "hybrid, uniform", "*", "report.html");
    assertThat(out.resolve("report.html")).isNotEmptyFile();
    assertThat(out.resolve("results.json")).isNotEmptyFile();
    assertThat(out.resolve("sheet-gaussian-noise-sigma-0.25.png")).isNotEmptyFile();
  }

  @Test
  void should_report_what_can_not_work() {
    bench.plug(Toys.needy());

    assertThat(bench.run("compare")).isZero();

    assertThat(bench.out()).contains("not possible: naive, gaussian-noise:sigma=0.25, needy");
  }

  @Test
  void should_refuse_bad_input_in_one_line() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    List<String[]> lines =
        List.of(
            new String[] {"compare", "--count", "11"},
            new String[] {"compare", "--count", "0"},
            new String[] {"compare", "--restorer", "unknown"},
            new String[] {"compare", "--out", file.toString()});

    for (String[] line : lines) {
      assertThat(bench.run(line)).as(String.join(" ", line)).isEqualTo(2);
      assertThat(bench.err().lines()).hasSize(1);
    }
  }

  private JsonObject json() {
    return JsonParser.parseString(bench.out()).getAsJsonObject();
  }

  private List<String> names(String field) {
    return StreamSupport.stream(json().getAsJsonArray("rows").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(row -> row.get(field).getAsString())
        .toList();
  }
}
