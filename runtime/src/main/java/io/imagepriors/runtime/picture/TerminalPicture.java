package io.imagepriors.runtime.picture;

import io.imagepriors.api.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Images side by side as lines of text: with colour, each character is an upper half block whose
 * ink and paper are two pixels, one above the other, so that pixels are about square; without, each
 * character is two rows' mean on a ramp of ASCII characters. Images wider than the terminal allows
 * are reduced by averaging whole blocks. Immutable and thread-safe.
 */
public final class TerminalPicture {
  private static final String RAMP = " .:-=+*#%@";
  private static final char MISSING = '/';
  private static final String GAP = "  ";
  private static final char UPPER_HALF = '\u2580';
  private static final String RESET = "\u001b[0m";
  private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

  private final TerminalColour colour;
  private final int columns;

  private TerminalPicture(TerminalColour colour, int columns) {
    this.colour = colour;
    this.columns = columns;
  }

  /**
   * How to draw.
   *
   * @param colour what the terminal can show
   * @param columns the terminal's width in characters, at least 10
   * @throws InvalidInputException if it is narrower
   */
  public static TerminalPicture of(TerminalColour colour, int columns) {
    if (columns < 10) {
      throw InvalidInputException.of("terminal", "be at least 10 columns wide", columns);
    }
    return new TerminalPicture(colour, columns);
  }

  /**
   * Draws titled images side by side.
   *
   * @param titles a title per image, cut to the image's width
   * @param images images of one shape
   * @return lines without line ends
   */
  public List<String> lines(List<String> titles, List<ShownImage> images) {
    int room = (columns - GAP.length() * (images.size() - 1)) / images.size();
    int step = Math.max(1, (images.get(0).width() + room - 1) / Math.max(1, room));
    List<Blocks> blocks = images.stream().map(image -> Blocks.of(image, step)).toList();
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < titles.size(); i++) {
      head.append(i == 0 ? "" : GAP).append(fit(titles.get(i), blocks.get(i).width()));
    }
    lines.add(head.toString().stripTrailing());
    for (int row = 0; row < blocks.get(0).height(); row += 2) {
      int top = row;
      lines.add(blocks.stream().map(b -> line(b, top)).collect(Collectors.joining(GAP)));
    }
    return lines;
  }

  private static String fit(String title, int width) {
    return title.length() > width
        ? title.substring(0, width)
        : title + " ".repeat(width - title.length());
  }

  private String line(Blocks image, int top) {
    return colour == TerminalColour.NONE ? ramp(image, top) : halfBlocks(image, top);
  }

  private static String ramp(Blocks image, int top) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < image.width(); column++) {
      if (image.missing(top, column) && image.missing(top + 1, column)) {
        line.append(MISSING);
      } else {
        int grey = (grey(image.rgb(top, column)) + grey(image.rgb(top + 1, column))) / 2;
        line.append(RAMP.charAt(grey * (RAMP.length() - 1) / 255));
      }
    }
    return line.toString();
  }

  private static int grey(int rgb) {
    return ((rgb >> 16 & 0xff) * 299 + (rgb >> 8 & 0xff) * 587 + (rgb & 0xff) * 114) / 1000;
  }

  private String halfBlocks(Blocks image, int top) {
    StringBuilder line = new StringBuilder();
    String last = "";
    for (int column = 0; column < image.width(); column++) {
      String codes =
          "\u001b[38;"
              + code(image.rgb(top, column))
              + ";48;"
              + code(image.rgb(top + 1, column))
              + "m";
      line.append(codes.equals(last) ? "" : codes).append(UPPER_HALF);
      last = codes;
    }
    return line.append(RESET).toString();
  }

  private String code(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return colour == TerminalColour.TRUE_COLOUR
        ? "2;" + red + ";" + green + ";" + blue
        : "5;" + palette(red, green, blue);
  }

  /** Entries 232 to 255 are greys 8, 18, ..., 238; 16 to 231 a cube of six levels a channel. */
  private static int palette(int red, int green, int blue) {
    if (red == green && green == blue && red > 3 && red < 247) {
      return 232 + Math.min(23, Math.max(0, Math.round((red - 8) / 10f)));
    }
    return 16 + 36 * nearestLevel(red) + 6 * nearestLevel(green) + nearestLevel(blue);
  }

  private static int nearestLevel(int value) {
    int best = 0;
    for (int i = 1; i < LEVELS.length; i++) {
      if (Math.abs(LEVELS[i] - value) < Math.abs(LEVELS[best] - value)) {
        best = i;
      }
    }
    return best;
  }
}
