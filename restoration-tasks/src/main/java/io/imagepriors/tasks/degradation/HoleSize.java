package io.imagepriors.tasks.degradation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a rectangular hole; written {@code 10x14}, or {@code 10} for a square.
 *
 * @param rows its height, at least 1
 * @param columns its width, at least 1
 */
record HoleSize(int rows, int columns) {
  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,4})(?:x([1-9]\\d{0,4}))?");

  /** Reads a size; empty if the text is none. */
  static Optional<HoleSize> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int rows = Integer.parseInt(matcher.group(1));
    int columns = matcher.group(2) == null ? rows : Integer.parseInt(matcher.group(2));
    return Optional.of(new HoleSize(rows, columns));
  }

  /** Whether a hole of this size in the centre of a grid holds the place. */
  boolean holds(int row, int column, int height, int width) {
    int top = (height - rows) / 2;
    int left = (width - columns) / 2;
    return row >= top && row < top + rows && column >= left && column < left + columns;
  }

  @Override
  public String toString() {
    return rows == columns ? String.valueOf(rows) : rows + "x" + columns;
  }
}
