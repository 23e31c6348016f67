package io.imagepriors.runtime.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordsTest {

  @Test
  void should_know_the_lines_that_leave_and_those_that_wipe_the_screen() {
    assertThat(ShellWords.leaves(" exit ")).isTrue();
    assertThat(ShellWords.leaves("quit")).isTrue();
    assertThat(ShellWords.leaves("exit now")).isFalse();
    assertThat(ShellWords.clears("clear ")).isTrue();
    assertThat(ShellWords.clears("clear all")).isFalse();
  }

  @Test
  void should_run_neither_blank_lines_nor_comments() {
    assertThat(ShellWords.isEmpty("  ")).isTrue();
    assertThat(ShellWords.isEmpty(" # nothing")).isTrue();
    assertThat(ShellWords.isEmpty("list # all")).isFalse();
  }
}
