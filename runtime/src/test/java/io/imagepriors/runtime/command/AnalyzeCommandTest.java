package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.runtime.command.models.AnalyzeCommand;
import io.imagepriors.runtime.evaluation.Toys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four flat images and priors that favour flat images, without latent spaces. */
class AnalyzeCommandTest {
  @TempDir private Path folder;

  private final Desk desk =
      new Desk()
          .plug(Toys.prior("flat"), Toys.prior("even"), new LightDigits(), new Lightness())
          .command(new AnalyzeCommand());

  @Test
  void should_give_energies_of_priors_without_codes_and_say_so() throws IOException {
    int code = desk.run("analyze", "flat", "even", "--out", folder.toString());

    assertThat(code).as(desk.err()).isEqualTo(ExitCode.OK);
    // Noise is not flat; upside down, a flat image is what it was: all ties.
    assertThat(desk.out())
        .containsPattern("uniform noise +4 +1.000 +1.000")
        .containsPattern("upside down +4 +0.500 +0.500")
        .contains("flat has no latent space");
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("even has no latent space", "data:image/png;base64,")
        .doesNotContain("src=\"http", "{{");
  }

  @Test
  void should_take_all_priors_where_none_is_named_and_write_nothing_for_json() {
    int code = desk.run("analyze", "--json");

    assertThat(code).as(desk.err()).isEqualTo(ExitCode.OK);
    JsonObject document = JsonParser.parseString(desk.out()).getAsJsonObject();
    assertThat(document.getAsJsonArray("priors")).hasSize(2);
    assertThat(document.get("count").getAsInt()).isEqualTo(4);
    assertThat(Path.of("analysis")).doesNotExist();
  }

  @Test
  void should_score_images_of_another_dataset() {
    desk.run("analyze", "flat", "--outlier", "digits", "--json");

    // The same images: every energy has its equal.
    assertThat(desk.out())
        .containsPattern("\"outliers\": \"toys <test>\",\\s+\"count\": 4")
        .containsPattern("\"auroc\": 0.5\\b");
  }

  @Test
  void should_use_the_usual_classifier_only_where_it_knows_the_images() {
    // given images of labels 0 to 3, of which it can tell two
    desk.run("analyze", "flat", "--json");

    assertThat(desk.out()).contains("digit-classifier tells only 25% of these images");
  }

  @Test
  void should_name_the_priors_there_are() {
    assertThat(desk.run("analyze", "flat", "round")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.err()).isEqualTo("error: unknown prior 'round'; there are: even, flat\n");
  }
}
