package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands of two words. */
class CommandGroupTest {
  private static final Option<Integer> TIMES =
      Option.of(Parameter.integer("times", 20, 1, 100, "how often"));

  private final Desk members =
      new Desk()
          .command(
              Signature.of("gauge long", "measures length").details("With a ruler.").options(TIMES),
              in -> print(in, "long " + in.get(TIMES)))
          .command(Signature.of("gauge wide", "measures width"), in -> print(in, "wide"));
  private final Desk desk =
      new Desk()
          .command(
              new CommandGroup(
                  "gauge",
                  "measure things",
                  Commands.none()
                      .with("long", () -> members.commands().get("gauge long"))
                      .with("wide", () -> members.commands().get("gauge wide"))));

  @Test
  void should_run_the_member_with_its_own_options() {
    assertThat(desk.run("gauge", "long", "--times", "3")).isEqualTo(ExitCode.OK);
    assertThat(desk.out()).isEqualTo("long 3\n");
  }

  @Test
  void should_list_its_members_in_help() {
    assertThat(desk.run("gauge", "--help")).isEqualTo(ExitCode.OK);
    assertThat(desk.out())
        .contains("Usage: priors gauge COMMAND OPTIONS", "long  measures length", "wide  measures");
  }

  @Test
  void should_explain_a_member() {
    desk.run("help", "gauge", "long");

    assertThat(desk.out()).contains("Usage: priors gauge long", "With a ruler.", "--times");
  }

  @Test
  void should_refuse_a_member_that_is_not_there_or_not_named() {
    assertThat(desk.run("gauge", "deep")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.run("gauge")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(desk.err().lines())
        .containsExactly(
            "error: unknown gauge command 'deep'; there are: long, wide",
            "error: gauge needs a command; there are: long, wide");
  }

  @Test
  void should_complete_members_and_their_options() {
    assertThat(texts("gauge", "")).containsExactly("long", "wide");
    assertThat(texts("gauge", "long", "--t")).contains("--times");
    assertThat(texts("gauge", "wide", "--t")).doesNotContain("--times");
  }

  private List<String> texts(String... words) {
    return Completion.of(List.of(words), desk.commands(), desk.catalog).stream()
        .map(Completion.Candidate::text)
        .toList();
  }

  private static int print(Invocation in, String text) {
    in.out().println(text);
    return ExitCode.OK;
  }
}
