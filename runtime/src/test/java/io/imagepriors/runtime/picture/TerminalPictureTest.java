package io.imagepriors.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalPictureTest {
  private static final Shape SHAPE = Shape.grey(4, 4);
  private static final ImageStack RAMP =
      ImageStack.wrap(SHAPE, new float[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1});

  @Test
  void should_put_two_rows_into_a_line_of_half_blocks() {
    List<String> lines = draw(TerminalColour.TRUE_COLOUR, 80, ShownImage.of(RAMP, 0));

    assertThat(lines)
        .containsExactly(
            "a",
            "\u001b[38;2;0;0;0;48;2;0;0;0m\u2580\u2580\u2580\u2580\u001b[0m",
            "\u001b[38;2;255;255;255;48;2;255;255;255m\u2580\u2580\u2580\u2580\u001b[0m");
  }

  @Test
  void should_use_the_palette_where_there_is_no_true_colour() {
    List<String> lines = draw(TerminalColour.PALETTE_256, 80, ShownImage.of(RAMP, 0));

    assertThat(lines.get(1)).startsWith("\u001b[38;5;16;48;5;16m");
    assertThat(lines.get(2)).startsWith("\u001b[38;5;231;48;5;231m");
  }

  @Test
  void should_draw_plain_ASCII_without_colour() {
    List<String> lines = draw(TerminalColour.NONE, 80, ShownImage.of(RAMP, 0));

    assertThat(lines).containsExactly("a", "    ", "@@@@");
  }

  @Test
  void should_mark_missing_pixels() {
    ImageStack observed = RAMP.copy();

    List<String> lines =
        draw(TerminalColour.NONE, 80, new ShownImage(RAMP, 0, Optional.of(observed)));

    assertThat(lines).containsExactly("a", "////", "@@@@");
  }

  @Test
  void should_reduce_images_that_are_too_wide() {
    ImageStack wide = ImageStack.zeros(1, Shape.grey(28, 28));
    TerminalPicture terminal = TerminalPicture.of(TerminalColour.NONE, 40);

    List<String> lines =
        terminal.lines(
            List.of("before", "after"), List.of(ShownImage.of(wide, 0), ShownImage.of(wide, 0)));

    assertThat(lines).hasSize(1 + 7);
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
    assertThat(lines.get(0)).isEqualTo("before          after");
  }

  @Test
  void should_know_terminals_by_their_environment() {
    assertThat(TerminalColour.of(true, Map.of("COLORTERM", "truecolor")))
        .isEqualTo(TerminalColour.TRUE_COLOUR);
    assertThat(TerminalColour.of(true, Map.of("TERM", "xterm")))
        .isEqualTo(TerminalColour.PALETTE_256);
    assertThat(TerminalColour.of(true, Map.of("LANG", "de_DE.ISO-8859-1")))
        .isEqualTo(TerminalColour.NONE);
    assertThat(TerminalColour.of(true, Map.of("LANG", "C.UTF-8", "COLORTERM", "24bit")))
        .isEqualTo(TerminalColour.TRUE_COLOUR);
    assertThat(TerminalColour.of(false, Map.of("COLORTERM", "truecolor")))
        .isEqualTo(TerminalColour.NONE);
  }

  private static List<String> draw(TerminalColour colour, int columns, ShownImage image) {
    return TerminalPicture.of(colour, columns).lines(List.of("a"), List.of(image));
  }
}
