package io.imagepriors.runtime.picture;

import java.awt.Graphics2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small fixed-width font for labels: five pixels wide, seven high and two below the line. It is a
 * resource of its own since machines without a screen often have no fonts at all, and so that a
 * sheet has the same bytes everywhere. Immutable and thread-safe.
 */
final class PixelFont {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 9;
  private static final int ADVANCE = WIDTH + 1;
  private static final char UNKNOWN = '?';

  private final Map<Character, List<String>> glyphs;

  private PixelFont(Map<Character, List<String>> glyphs) {
    this.glyphs = glyphs;
  }

  /** Loads the font from its resource. */
  static PixelFont load() {
    try (InputStream input = PixelFont.class.getResourceAsStream("glyphs.txt")) {
      String text = new String(input.readAllBytes(), StandardCharsets.US_ASCII);
      return new PixelFont(parse(text.lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException("the font in this jar can't be read", e);
    }
  }

  /** The height of a line at a scale. */
  static int height(int scale) {
    return HEIGHT * scale;
  }

  /** The width of a text at a scale. */
  static int width(String text, int scale) {
    return text.isEmpty() ? 0 : (text.length() * ADVANCE - 1) * scale;
  }

  /** Draws a text in the current colour, its upper left corner at (x, y). */
  void draw(Graphics2D graphics, String text, int x, int y, int scale) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ') {
        drawGlyph(graphics, c, x + i * ADVANCE * scale, y, scale);
      }
    }
  }

  private void drawGlyph(Graphics2D graphics, char c, int x, int y, int scale) {
    List<String> rows = glyphs.getOrDefault(c, glyphs.get(UNKNOWN));
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        if (rows.get(row).charAt(column) == '#') {
          graphics.fillRect(x + column * scale, y + row * scale, scale, scale);
        }
      }
    }
  }

  private static Map<Character, List<String>> parse(List<String> lines) {
    Map<Character, List<String>> glyphs = new HashMap<>();
    for (int top = 0; top < lines.size(); top += HEIGHT + 1) {
      String names = lines.get(top);
      List<String> rows = lines.subList(top + 1, top + 1 + HEIGHT);
      for (int left = 0; left < names.length(); left += ADVANCE) {
        int from = left;
        glyphs.put(
            names.charAt(left),
            rows.stream().map(row -> row.substring(from, from + WIDTH)).toList());
      }
    }
    return glyphs;
  }
}
