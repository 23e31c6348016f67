package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.WithdrawnException;
import io.imagepriors.catalog.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandRunnerTest {
  private static final Choice<Degradation> DEGRADATION = Choice.option(Kind.DEGRADATION);
  private static final Choice<Restorer> RESTORER = Choice.option(Kind.RESTORER).orDefault("search");
  private static final Option<Integer> COUNT =
      Option.of(io.imagepriors.api.Parameter.integer("count", 4, 1, 9, "how many"));
  private static final Signature MEND =
      Signature.of("mend", "mends 100% of images")
          .choices(DEGRADATION, RESTORER)
          .options(COUNT)
          .answersWithData()
          .example("mend --degradation mask");

  private final Desk desk = new Desk().plug(Tuned.mask(), Tuned.blur(), Tuned.search());

  @Test
  void should_give_the_commands_own_code() {
    desk.command(MEND, in -> 0);

    assertThat(desk.run("mend", "--degradation", "mask")).isEqualTo(ExitCode.OK);
    assertThat(desk.err()).isEmpty();
  }

  @Test
  void should_give_settings_in_a_choice_before_qualified_before_bare_options() {
    desk.command(MEND, in -> print(in, in.one(DEGRADATION) + " " + in.one(RESTORER)));

    desk.run("mend", "--degradation", "mask:hole=5", "--hole", "7", "--degradation.hole", "6");
    desk.run("mend", "--degradation", "mask", "--hole", "7", "--degradation.hole", "6");
    desk.run("mend", "--degradation=mask", "--hole=7");
    desk.run("mend", "--degradation", "mask", "--seed", "3");

    assertThat(desk.out().lines())
        .containsExactly(
            "mask:hole=5 search",
            "mask:hole=6 search",
            "mask:hole=7 search",
            "mask:seed=3 search:seed=3");
  }

  @Test
  void should_refuse_an_unknown_command_with_the_nearest_one() {
    desk.command(MEND, in -> 0);

    assertThat(desk.run("mned")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.err()).isEqualTo("error: unknown command 'mned'; did you mean 'mend'?\n");
  }

  @Test
  void should_refuse_a_misspelt_option_with_the_nearest_one() {
    desk.command(MEND, in -> 0);

    assertThat(desk.run("mend", "--degradation", "mask", "--hol", "3")).isEqualTo(2);
    assertThat(desk.err()).isEqualTo("error: unknown option '--hol'; did you mean '--hole'?\n");
  }

  @Test
  void should_say_whose_an_option_is_that_fits_no_chosen_plugin() {
    desk.command(MEND, in -> 0);

    assertThat(desk.run("mend", "--degradation", "blur", "--hole", "3")).isEqualTo(2);
    assertThat(desk.err())
        .isEqualTo("error: option '--hole' belongs to degradation mask, which is not chosen\n");
  }

  @Test
  void should_refuse_values_out_of_range_before_the_command_runs() {
    desk.command(
        MEND,
        in -> {
          throw new AssertionError("ran");
        });

    assertThat(desk.run("mend", "--degradation", "mask:hole=29")).isEqualTo(2);
    assertThat(desk.run("mend", "--degradation", "mask", "--hole", "x")).isEqualTo(2);
    assertThat(desk.err().lines())
        .containsExactly(
            "error: parameter 'hole' must be a whole number in [1, 28], got 29",
            "error: parameter 'hole' must be a whole number in [1, 28], got x");
  }

  @Test
  void should_list_what_is_plugged_in_when_a_choice_is_missing_or_unknown() {
    desk.command(MEND, in -> 0);

    assertThat(desk.run("mend")).isEqualTo(2);
    assertThat(desk.run("mend", "--degradation", "fog")).isEqualTo(2);
    assertThat(desk.err().lines())
        .containsExactly(
            "error: mend needs --degradation NAME; there are: blur, mask",
            "error: unknown degradation 'fog'; there are: blur, mask");
  }

  @Test
  void should_refuse_missing_values_repetition_and_stray_words() {
    desk.command(MEND, in -> 0);

    assertThat(desk.run("mend", "--degradation")).isEqualTo(2);
    assertThat(desk.run("mend", "--degradation", "mask", "--degradation", "blur")).isEqualTo(2);
    assertThat(desk.run("mend", "--degradation", "mask", "stray")).isEqualTo(2);
    assertThat(desk.err().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("error: "))
        .last()
        .isEqualTo("error: unexpected word 'stray'");
  }

  @Test
  void should_map_errors_to_codes_and_one_line() {
    desk.command(Signature.of("input", ""), thrower(new InvalidInputException("bad")));
    desk.command(Signature.of("gone", ""), thrower(WithdrawnException.of("mask")));
    desk.command(Signature.of("stop", ""), thrower(new CancelledException()));
    desk.command(Signature.of("bug", ""), thrower(new IllegalStateException("one\ntwo")));

    assertThat(desk.run("input")).isEqualTo(2);
    assertThat(desk.run("gone")).isEqualTo(3);
    assertThat(desk.run("stop")).isEqualTo(130);
    assertThat(desk.run("bug")).isEqualTo(1);
    assertThat(desk.err().lines())
        .containsExactly(
            "error: bad",
            "error: 'mask' has been withdrawn: its plug-in was removed or replaced",
            "cancelled",
            "internal error: java.lang.IllegalStateException: one");
  }

  @Test
  void should_show_parameters_of_the_chosen_plugins_in_help() {
    desk.command(MEND, in -> 1);

    assertThat(desk.run("mend", "--degradation", "mask", "--help")).isEqualTo(0);
    assertThat(desk.out().replaceAll("\\s+", " "))
        .contains("mends 100% of images")
        .contains("side of the hole; a whole number in [1, 28] (default: 10)")
        .contains("mask: seed of the mask")
        .contains("priors mend --degradation mask");
  }

  @Test
  void should_leave_parameters_of_others_out_of_help() {
    desk.command(MEND, in -> 1);

    assertThat(desk.run("mend", "--degradation", "blur", "--help")).isEqualTo(0);
    assertThat(desk.out()).contains("blur, mask").doesNotContain("side of the hole");
  }

  @Test
  void should_show_parameters_of_all_in_help_where_none_is_chosen_yet() {
    desk.command(MEND, in -> 1);

    assertThat(desk.run("mend", "--help")).isEqualTo(0);
    assertThat(desk.out()).contains("Parameters of mask:").contains("side of the hole");
    assertThat(desk.err()).isEmpty();
  }

  @Test
  void should_answer_with_one_json_document() {
    desk.command(
        MEND,
        in -> {
          in.printJson(List.of(in.get(COUNT), in.wantsJson()));
          return 0;
        });

    desk.run("mend", "--degradation", "blur", "--json", "--count", "3");

    assertThat(JsonParser.parseString(desk.out())).hasToString("[3,true]");
  }

  @Test
  void should_answer_version_and_overview() {
    desk.command(MEND, in -> 0);

    assertThat(desk.run("--version")).isZero();
    assertThat(desk.run("--help")).isZero();
    assertThat(desk.out()).startsWith("priors 1.2.3\n").contains("mend  mends 100% of images");
  }

  private static java.util.function.ToIntFunction<Invocation> thrower(RuntimeException error) {
    return in -> {
      throw error;
    };
  }

  private static int print(Invocation in, String text) {
    in.out().println(text);
    return 0;
  }
}
