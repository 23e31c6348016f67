package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  private static final Choice<Degradation> DEGRADATION = Choice.option(Kind.DEGRADATION);
  private static final Choice<Restorer> RESTORER = Choice.operand(Kind.RESTORER);

  private final Desk desk =
      new Desk()
          .plug(Tuned.mask(), Tuned.blur(), Tuned.search())
          .command(
              Signature.of("mend", "mends")
                  .choices(DEGRADATION, RESTORER)
                  .options(Option.file("out", "the file"))
                  .answersWithData(),
              in -> 0)
          .command(Signature.of("list", "lists"), in -> 0);

  @Test
  void should_offer_commands_first() {
    assertThat(texts("me")).containsExactly("mend", "list");
  }

  @Test
  void should_offer_plugins_for_a_choice() {
    assertThat(texts("mend", "--degradation", "")).containsExactly("blur", "mask");
    assertThat(texts("mend", "--degradation=m"))
        .containsExactly("--degradation=blur", "--degradation=mask");
    assertThat(texts("mend", "s")).containsExactly("search");
  }

  @Test
  void should_offer_the_options_of_the_chosen_plugins_alone() {
    assertThat(texts("mend", "--degradation", "blur", "--"))
        .contains("--out", "--json", "--help", "--degradation")
        .doesNotContain("--hole");
    assertThat(texts("mend", "--degradation", "mask", "--")).contains("--hole", "--seed");
    assertThat(texts("mend", "search", "--")).contains("--seed").doesNotContain("--hole");
  }

  @Test
  void should_offer_qualified_options_once_a_dot_is_there() {
    assertThat(texts("mend", "--degradation", "mask", "--degradation."))
        .contains("--degradation.hole", "--degradation.seed");
  }

  @Test
  void should_offer_settings_within_a_choice() {
    assertThat(texts("mend", "--degradation", "mask:")).containsExactly("mask:hole=", "mask:seed=");
    assertThat(texts("mend", "--degradation", "mask:hole=3,"))
        .containsExactly("mask:hole=3,hole=", "mask:hole=3,seed=");
    assertThat(texts("mend", "--degradation", "mask:hole=")).containsExactly("mask:hole=10");
  }

  @Test
  void should_go_on_after_a_degradation_in_sequence() {
    assertThat(texts("mend", "--degradation", "blur+")).containsExactly("blur+blur", "blur+mask");
    assertThat(texts("mend", "--degradation", "blur+m")).containsExactly("blur+blur", "blur+mask");
    assertThat(texts("mend", "--degradation", "blur+mask:"))
        .containsExactly("blur+mask:hole=", "blur+mask:seed=");
    assertThat(texts("mend", "--degradation", "mask:hole=3+mask:hole="))
        .containsExactly("mask:hole=3+mask:hole=10");
    assertThat(texts("mend", "--degradation", "blur+mask", "--")).contains("--hole");
  }

  @Test
  void should_offer_the_default_as_a_value() {
    assertThat(texts("mend", "--degradation", "mask", "--hole", "")).containsExactly("10");
  }

  @Test
  void should_offer_files_for_a_path(@TempDir Path folder) throws java.io.IOException {
    Files.createFile(folder.resolve("a.png"));
    Files.createDirectory(folder.resolve("ab"));
    Files.createFile(folder.resolve("b.png"));

    assertThat(texts("mend", "--out", folder + "/a"))
        .containsExactly(folder + "/a.png", folder + "/ab/");
  }

  private List<String> texts(String... words) {
    return Completion.of(List.of(words), desk.commands(), desk.catalog).stream()
        .map(Completion.Candidate::text)
        .toList();
  }
}
