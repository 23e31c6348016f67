package io.imagepriors.runtime.command.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.runtime.evaluation.Toys;
import org.junit.jupiter.api.Test;

class CoverageCommandTest {
  private static final int BAD_INPUT = 2;

  private final Bench bench = Bench.complete().plug(Toys.unsure("posterior"));

  @Test
  void should_print_a_row_for_each_kind_of_pixels() {
    assertThat(bench.run("coverage", "--count", "4", "--degradation", "stripe")).isZero();

    assertThat(bench.out()).contains("50%", "80%", "95%", "all", "unsure", "missing");
  }

  @Test
  void should_give_the_same_figures_for_the_same_seed() {
    bench.run("coverage", "--count", "4", "--json");
    String first = bench.out();
    bench.run("coverage", "--count", "4", "--json");

    assertThat(bench.out()).isEqualTo(first);
    JsonObject row =
        JsonParser.parseString(first)
            .getAsJsonObject()
            .getAsJsonArray("rows")
            .get(0)
            .getAsJsonObject();
    assertThat(row.get("prior").getAsString()).isEqualTo("uniform");
    // Every truth lies between black and white, in the middle third of all ranks.
    assertThat(row.get("within95").getAsDouble()).isGreaterThan(0.9);
    assertThat(row.get("deviation").getAsDouble()).isGreaterThan(row.get("error").getAsDouble());
  }

  @Test
  void should_refuse_a_restorer_that_does_not_say_how_sure_it_is() {
    assertThat(bench.run("coverage", "--count", "4", "--restorer", "hybrid")).isEqualTo(BAD_INPUT);

    assertThat(bench.err()).contains("restorer to check", "hybrid");
  }
}
