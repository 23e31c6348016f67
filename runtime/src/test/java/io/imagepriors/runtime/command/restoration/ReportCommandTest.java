package io.imagepriors.runtime.command.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.evaluation.Toys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flat images and priors that favour flat images, without latent spaces. */
class ReportCommandTest {
  private static final int CANCELLED = 130;

  @TempDir private Path folder;

  private final Bench bench = Bench.complete().plug(Toys.baseline("base"));

  @Test
  void should_write_page_document_and_data() throws Exception {
    assertThat(report("--degradation", "stripe")).as(bench.err()).isZero();

    try (var files = Files.list(folder)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder(
              "report.html", "report.pdf", "report.json", "results.csv", "finished.jsonl");
    }
    String page = page();
    // A parser of XML refuses what a printer of pages would stumble over.
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTagName())
        .isEqualTo("html");
    assertThat(page)
        .doesNotContain("<script", "http:", "https:", "<link", "@import", "{{", "src=\"/");
    assertThat(Files.readAllBytes(folder.resolve("report.pdf")))
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void should_tell_what_the_figures_say_and_what_was_not_measured() throws IOException {
    report("--degradation", "stripe");

    assertThat(page())
        .contains("Nowhere is uniform clearly better than naive.")
        .contains("naive has no latent space", "No restorer of this run says how sure it is")
        .contains("one noise seed, so how much the noise matters was not measured")
        .doesNotContain("The loss that mends it", "fails");
  }

  @Test
  void should_number_figures_and_tables_in_order() throws IOException {
    report("--degradation", "stripe");

    String page = page();
    assertThat(page.indexOf("Figure 1.")).isPositive().isLessThan(page.indexOf("Figure 2."));
    assertThat(page.indexOf("Table 1.")).isPositive().isLessThan(page.indexOf("Table 2."));
  }

  @Test
  void should_take_the_usual_degradations_and_leave_out_what_does_not_suit_the_images()
      throws IOException {
    bench.plug(new TooLarge());

    assertThat(report("--restorer", "base")).as(bench.err()).isZero();

    assertThat(page())
        .contains("gaussian-noise:sigma=0.1", "Denoising")
        .contains("downsample:factor=2 was left out: images must have 99 pixels, got 1x4x4");
  }

  /** One of the usual degradations, for larger images than these. */
  private static final class TooLarge implements Degradation {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("downsample", "for large images")
          .with(Parameter.integer("factor", 2, 1, 9, "how much"));
    }

    @Override
    public ForwardModel bind(Shape clean, Parameters parameters) {
      throw InvalidInputException.of("images", "have 99 pixels", clean);
    }
  }

  @Test
  void should_go_on_from_what_is_finished_with_the_same_figures_and_pictures() throws IOException {
    report("--degradation", "stripe");
    String first = page().replaceAll("<td class=\"wide\">[0-9.]+</td>", "");
    String journal = Files.readString(folder.resolve("finished.jsonl"));

    report("--degradation", "stripe");

    assertThat(bench.err()).contains("finished by earlier runs: 3 of 3");
    assertThat(page().replaceAll("<td class=\"wide\">[0-9.]+</td>", "")).isEqualTo(first);
    assertThat(Files.readString(folder.resolve("finished.jsonl"))).isEqualTo(journal);
  }

  @Test
  void should_look_at_one_prior_alone() throws IOException {
    assertThat(report("uniform", "--degradation", "stripe")).as(bench.err()).isZero();

    assertThat(page()).doesNotContain("naive");
  }

  @Test
  void should_give_programs_all_of_it_with_a_command_that_repeats_it() {
    report("--degradation", "stripe", "--json");
    JsonObject first = JsonParser.parseString(bench.out()).getAsJsonObject();

    assertThat(first.keySet())
        .containsExactly(
            "command",
            "findings",
            "analysis",
            "restorations",
            "coverage",
            "limits",
            "priors",
            "machine");
    String command = first.get("command").getAsString();
    assertThat(command).startsWith("./priors report naive uniform --degradation stripe");
    bench.run((command.replaceFirst("./priors ", "") + " --json --out " + folder).split(" "));
    JsonObject second = JsonParser.parseString(bench.out()).getAsJsonObject();
    assertThat(second.get("findings")).isEqualTo(first.get("findings"));
  }

  @Test
  void should_measure_coverage_where_a_restorer_says_how_sure_it_is() throws IOException {
    bench.plug(Toys.unsure("posterior"));

    report("--degradation", "stripe");

    assertThat(page()).contains("How sure is it?", "of the true pixels lie inside the intervals");
  }

  @Test
  void should_add_what_an_evaluation_of_single_classes_found() throws IOException {
    Path file = folder.resolve("one-class.json");
    Files.writeString(
        file,
        """
        {"command": "./priors evaluate --one-class", "score": "the energy", "trainer": "even",
         "training": "toys <train>", "images": "toys <test>", "count": 10, "seeds": [0],
         "auroc": 0.9871, "energyAuroc": 0.95,
         "classes": [{"label": 7, "trained": 5, "auroc": 0.9871, "energyAuroc": 0.95}]}
        """);

    assertThat(report("--degradation", "stripe", "--one-class", file.toString())).isZero();

    assertThat(page()).contains("One class at a time", "mean AUROC of 0.9871 over 1 classes");
    Files.writeString(file, "[1, 2");
    assertThat(report("--degradation", "stripe", "--one-class", file.toString())).isEqualTo(2);
    assertThat(bench.err()).contains("results.json of 'evaluate --one-class'").hasLineCount(1);
  }

  @Test
  void should_write_no_page_when_it_is_stopped() {
    bench.cancel();

    assertThat(report("--degradation", "stripe")).isEqualTo(CANCELLED);

    assertThat(folder.resolve("report.html")).doesNotExist();
  }

  private int report(String... words) {
    String[] line = new String[words.length + 3];
    line[0] = "report";
    System.arraycopy(words, 0, line, 1, words.length);
    line[words.length + 1] = "--out";
    line[words.length + 2] = folder.toString();
    return bench.run(line);
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("report.html")).replace("&#x3D;", "=");
  }
}
