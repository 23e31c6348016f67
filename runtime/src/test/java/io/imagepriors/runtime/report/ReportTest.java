package io.imagepriors.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.api.Monitor;
import io.imagepriors.runtime.evaluation.Candidate;
import io.imagepriors.runtime.evaluation.Evaluation;
import io.imagepriors.runtime.evaluation.Plan;
import io.imagepriors.runtime.evaluation.Results;
import io.imagepriors.runtime.evaluation.Toys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Occasion OCCASION =
      new Occasion(
          "Priors <compared>",
          "priors compare --count 24 & more",
          "toys <test>",
          List.of(3L),
          Map.of("naive", Map.of("data", "<script>alert(1)</script>")),
          Map.of("Java", "17"));

  private static Results results;

  @TempDir private Path folder;

  @BeforeAll
  static void evaluate() {
    Plan plan =
        new Plan(
            List.of(Candidate.of(Toys.prior("naive")), Candidate.of(Toys.prior("uniform"))),
            List.of(Candidate.of(Toys.noise()), Candidate.of(Toys.stripe())),
            List.of(
                Candidate.of(Toys.flatten()),
                Candidate.of(Toys.needy()),
                Candidate.of(Toys.baseline("base"))),
            Toys.flatImages(24),
            List.of(3L),
            Optional.empty(),
            8,
            1);
    results = Evaluation.run(plan, Monitor.none());
  }

  @Test
  void should_write_page_data_and_sheets() throws IOException {
    List<Path> files = ComparisonFolder.write(folder, results, OCCASION);

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("report.html", "results.json", "sheet-noise.png", "sheet-stripe.png");
    assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    try (var all = Files.list(folder)) {
      assertThat(all).hasSize(files.size());
    }
  }

  @Test
  void should_give_programs_the_documented_fields() {
    JsonObject json =
        JsonParser.parseString(ResultsJson.text(ResultsJson.of(results, OCCASION)))
            .getAsJsonObject();

    JsonObject noise = json.getAsJsonArray("rows").get(0).getAsJsonObject();
    JsonObject base = json.getAsJsonArray("rows").get(2).getAsJsonObject();
    JsonObject stripe = json.getAsJsonArray("rows").get(3).getAsJsonObject();

    assertThat(noise.keySet())
        .containsExactly(
            "prior",
            "degradation",
            "restorer",
            "count",
            "psnrBefore",
            "psnrAfter",
            "seconds",
            "psnrAfterError");
    assertThat(base.get("prior").isJsonNull()).isTrue();
    assertThat(stripe.keySet()).contains("psnrMissing", "psnrMissingBefore", "psnrMissingError");
    assertThat(noise.get("count").getAsInt()).isEqualTo(24);
    assertThat(noise.get("psnrBefore").getAsDouble())
        .isLessThan(noise.get("psnrAfter").getAsDouble());
    assertThat(json.getAsJsonArray("notices")).hasSize(4);
  }

  @Test
  void should_escape_all_texts_and_load_nothing_from_outside() {
    String page = ComparisonPage.of(results, OCCASION);

    assertThat(page)
        .contains("Priors &lt;compared&gt;", "--count 24 &amp; more", "toys &lt;test&gt;")
        .doesNotContain("<script", "http:", "https:", "<link", "@import", "{{");
    assertThat(page).contains("src=\"data:image/png;base64,").doesNotContain("src=\"/");
  }

  @Test
  void should_show_a_dash_where_no_prior_was_needed() {
    String page = ComparisonPage.of(results, OCCASION);

    assertThat(page)
        .contains(
            "<td class=\"left\">base</td><td class=\"left\">\u2013</td>",
            "with 2 priors and 2 restorers")
        .contains("missing pixels are tinted blue");
  }

  @Test
  void should_say_that_equal_priors_can_not_be_told_apart() {
    List<Findings> findings = Findings.of(results.results());

    assertThat(findings).hasSize(1);
    assertThat(String.join(" ", findings.get(0).sentences()))
        .isEqualTo(
            "Nowhere is uniform clearly better than naive. "
                + "Nowhere is naive clearly better than uniform. "
                + "In 2 of the 2 comparisons these images can't tell them apart.");
  }

  @Test
  void should_print_an_aligned_table_that_marks_the_best() {
    List<String> lines = ResultsTable.lines(results);

    assertThat(lines.get(0)).startsWith("noise").contains("PSNR dB").doesNotContain("missing");
    assertThat(lines.get(1)).startsWith("  input");
    assertThat(lines.get(2)).startsWith("  flatten, naive").endsWith("*");
    assertThat(lines.get(4)).startsWith("  base  ");
    assertThat(lines.get(6)).startsWith("stripe").contains("missing dB");
    assertThat(lines.get(8).indexOf('.')).isEqualTo(lines.get(7).indexOf('.'));
    assertThat(lines)
        .contains("not possible: naive, noise, needy: prior must have a latent space, got none");
  }
}
