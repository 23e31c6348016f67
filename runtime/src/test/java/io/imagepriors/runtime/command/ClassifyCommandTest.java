package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.runtime.command.models.ClassifyCommand;
import org.junit.jupiter.api.Test;

/** Images of grey .2, .4, .6 and .8, labelled 0 to 3, by a classifier of light and dark. */
class ClassifyCommandTest {
  private final Desk desk =
      new Desk().plug(new Lightness(), new LightDigits()).command(new ClassifyCommand());

  @Test
  void should_give_class_and_confidence_of_each_image_and_the_accuracy_of_all() {
    int code = desk.run("classify", "--split", "test");

    assertThat(code).as(desk.err()).isEqualTo(ExitCode.OK);
    assertThat(desk.out().lines())
        .containsExactly(
            "IMAGE           LABEL  CLASS  CONFIDENCE",
            "toys <test> #0      0      0      0.8000",
            "toys <test> #1      1      0      0.6000",
            "toys <test> #2      2      1      0.6000",
            "toys <test> #3      3      1      0.8000",
            // deviation .1155 over 2; of .25 and .5 over 2
            "mean confidence 0.7000 ± 0.0577",
            "right: 1 of 4, 25.00% ± 25.00%");
  }

  @Test
  void should_answer_with_one_document() {
    int code = desk.run("classify", "--split", "test[1]", "--json");

    assertThat(code).isEqualTo(ExitCode.OK);
    JsonObject document = JsonParser.parseString(desk.out()).getAsJsonObject();
    JsonObject image = document.getAsJsonArray("images").get(0).getAsJsonObject();
    assertThat(document.get("classifier").getAsString()).isEqualTo("digit-classifier");
    assertThat(image.get("label").getAsInt()).isEqualTo(1);
    assertThat(image.get("found").getAsInt()).isZero();
    assertThat(image.getAsJsonArray("probabilities")).hasSize(2);
    assertThat(document.getAsJsonObject("accuracy").get("mean").getAsDouble()).isZero();
  }

  @Test
  void should_list_the_classifiers_when_another_is_named() {
    assertThat(desk.run("classify", "--classifier", "cats")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.err())
        .isEqualTo("error: unknown classifier 'cats'; there are: digit-classifier\n");
  }
}
