package io.imagepriors.runtime.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GogoSessionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "score --split test[0:10] --json | score --split \"test[0:10]\" --json",
        "score --split=train[:5]         | score \"--split=train[:5]\"",
        "score --split test[7]           | score --split \"test[7]\"",
        "score --split \"test[0:10]\"    | score --split \"test[0:10]\"",
        "score --split 'test[0:10]'      | score --split 'test[0:10]'",
        "echo [1 2]                      | echo [1 2]",
        "echo \"a test[0:1] b\"          | echo \"a test[0:1] b\"",
        "list                            | list"
      })
  void should_quote_image_ranges_that_gogo_would_take_for_lists(String typed, String executed) {
    assertThat(GogoSession.quoteRanges(typed)).isEqualTo(executed);
  }
}
