package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileExceptionTest {
  private static final Path FILE = Path.of("train.idx");

  @Test
  void should_name_file_offset_expectation_and_finding() {
    assertThat(FileException.malformed(FILE, 4, "60000 images", 7))
        .hasMessage("file train.idx: expected 60000 images at offset 4, got 7");
  }

  @Test
  void should_say_in_words_why_a_file_can_not_be_opened() {
    assertThat(FileException.unreadable(FILE, new NoSuchFileException("train.idx")))
        .hasMessage("file train.idx can't be read: no such file or folder");
    assertThat(FileException.unwritable(FILE, new AccessDeniedException("train.idx")))
        .hasMessage("file train.idx can't be written: permission denied");
    assertThat(FileException.unwritable(FILE, new IOException("No space left on device")))
        .hasMessage("file train.idx can't be written: No space left on device");
  }

  @Test
  void should_stay_one_line_whatever_the_cause_says() {
    assertThat(
            FileException.unreadable(FILE, new IOException("broken\nat two places")).getMessage())
        .doesNotContain("\n");
    assertThat(FileException.unreadable(FILE, new IOException()).getMessage())
        .endsWith("can't be read: IOException");
  }

  @Test
  void should_carry_the_best_estimate_when_a_prior_is_withdrawn() {
    ImageStack estimate = ImageStack.zeros(1, Shape.grey(2, 2));

    WithdrawnException error = WithdrawnException.of("naive").with(estimate);

    assertThat(error.bestEstimate()).containsSame(estimate);
    assertThat(error.plugin()).isEqualTo("naive");
    assertThat(WithdrawnException.of("naive").bestEstimate()).isEmpty();
  }
}
