package io.imagepriors.runtime.command.models;

import io.imagepriors.api.ImageStack;
import io.imagepriors.runtime.command.Console;
import io.imagepriors.runtime.picture.ShownImage;
import io.imagepriors.runtime.picture.TerminalColour;
import io.imagepriors.runtime.picture.TerminalPicture;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Shows a stack in the terminal, as many images in a row as fit. */
final class TerminalRows {
  private static final int GAP = 2;
  private static final int MOST_ROWS = 4;

  private TerminalRows() {}

  /** Prints the first images; a terminal is no place for thousands. */
  static void print(ImageStack images, Console console) {
    int perRow = Math.max(1, (console.columns() + GAP) / (images.shape().width() + GAP));
    TerminalPicture picture = TerminalPicture.of(colour(console), Math.max(10, console.columns()));
    int shown = Math.min(images.count(), perRow * MOST_ROWS);
    for (int first = 0; first < shown; first += perRow) {
      int last = Math.min(first + perRow, shown);
      List<ShownImage> row =
          IntStream.range(first, last).mapToObj(i -> ShownImage.of(images, i)).toList();
      picture.lines(Collections.nCopies(row.size(), ""), row).stream()
          .skip(1) // the line of titles
          .forEach(console.out()::println);
      console.out().println();
    }
    if (shown < images.count()) {
      console.out().println("and " + (images.count() - shown) + " more (--out FILE holds all)");
    }
  }

  private static TerminalColour colour(Console console) {
    if (!console.colourOut()) {
      return TerminalColour.NONE;
    }
    String depth = System.getenv("COLORTERM");
    return "truecolor".equals(depth) || "24bit".equals(depth)
        ? TerminalColour.TRUE_COLOUR
        : TerminalColour.PALETTE_256;
  }
}
