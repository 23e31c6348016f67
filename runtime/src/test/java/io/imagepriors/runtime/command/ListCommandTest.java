package io.imagepriors.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.runtime.command.plugins.ListCommand;
import io.imagepriors.runtime.evaluation.Toys;
import org.junit.jupiter.api.Test;

class ListCommandTest {
  private final Desk desk =
      new Desk()
          .command(new ListCommand())
          .plug(Toys.noise("noise"), Toys.prior("flat"), Toys.flatten("flatten"));

  @Test
  void should_list_everything_with_its_file() {
    assertThat(desk.run("list")).isEqualTo(ExitCode.OK);

    assertThat(desk.out().lines().map(line -> line.replaceAll(" +", " ")))
        .satisfiesExactly(
            headings -> assertThat(headings).isEqualTo("KIND NAME VERSION FILE SUMMARY"),
            prior -> assertThat(prior).startsWith("prior flat 1.0.0 toys.jar "),
            degradation -> assertThat(degradation).startsWith("degradation noise 1.0.0 toys.jar "),
            restorer -> assertThat(restorer).startsWith("restorer flatten 1.0.0 toys.jar "));
  }

  @Test
  void should_list_kinds_and_names_that_are_asked_for() {
    assertThat(desk.run("list", "prior", "noise")).isEqualTo(ExitCode.OK);

    assertThat(desk.out()).contains("flat ", "noise ").doesNotContain("flatten");
  }

  @Test
  void should_say_what_can_be_asked_for() {
    assertThat(desk.run("list", "priors")).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(desk.err())
        .startsWith("error: unknown kind or name 'priors'; ")
        .contains("prior-reader", "flatten");
  }
}
