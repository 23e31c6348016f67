package io.imagepriors.runtime.picture;

import io.imagepriors.api.InvalidInputException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Many small images in one picture: a row per treatment with its label, a column per image. Every
 * image is enlarged by the same whole factor, so that its pixels stay what they are. Not
 * thread-safe.
 */
public final class ContactSheet {
  private static final Color BACKGROUND = new Color(0x23272f);
  private static final Color TEXT = new Color(0xdfe3ea);
  private static final int GAP = 3;
  private static final int MARGIN = 10;
  private static final int TEXT_SCALE = 2;
  private static final int WANTED_SIDE = 84;
  private static final long MAX_PIXELS = 1L << 26;

  private record Row(String label, List<ShownImage> images) {}

  private final List<Row> rows = new ArrayList<>();

  /** Adds a row below those there are. */
  public ContactSheet row(String label, List<ShownImage> images) {
    rows.add(new Row(label, List.copyOf(images)));
    return this;
  }

  /**
   * Draws the sheet.
   *
   * @throws InvalidInputException if it has no images, or so many that the picture would hold more
   *     than 2^26 pixels
   */
  public BufferedImage draw() {
    int height =
        rows.stream()
            .flatMap(r -> r.images().stream())
            .mapToInt(ShownImage::height)
            .max()
            .orElse(0);
    int width =
        rows.stream().flatMap(r -> r.images().stream()).mapToInt(ShownImage::width).max().orElse(0);
    if (height == 0) {
      throw InvalidInputException.of("a contact sheet", "have at least one image", 0);
    }
    int scale = Math.max(1, WANTED_SIDE / Math.max(height, width));
    return new Layout(width * scale, height * scale, scale).draw();
  }

  private int columns() {
    return rows.stream().mapToInt(row -> row.images().size()).max().orElse(0);
  }

  private int labelWidth() {
    return rows.stream().mapToInt(r -> PixelFont.width(r.label(), TEXT_SCALE)).max().orElse(0);
  }

  /** Where things go, all in pixels of the sheet. */
  private final class Layout {
    private final int cellWidth;
    private final int cellHeight;
    private final int scale;
    private final int left = MARGIN + labelWidth() + MARGIN;
    private final PixelFont font = PixelFont.load();

    Layout(int cellWidth, int cellHeight, int scale) {
      this.cellWidth = cellWidth;
      this.cellHeight = Math.max(cellHeight, PixelFont.height(TEXT_SCALE));
      this.scale = scale;
    }

    BufferedImage draw() {
      long width = left + (long) columns() * (cellWidth + GAP) - GAP + MARGIN;
      long height = 2L * MARGIN + (long) rows.size() * (cellHeight + GAP) - GAP;
      if (width * height > MAX_PIXELS) {
        throw InvalidInputException.of(
            "a contact sheet", "hold at most " + MAX_PIXELS + " pixels", width + " x " + height);
      }
      BufferedImage sheet =
          new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = sheet.createGraphics();
      try {
        graphics.setColor(BACKGROUND);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int row = 0; row < rows.size(); row++) {
          drawRow(sheet, graphics, rows.get(row), MARGIN + row * (cellHeight + GAP));
        }
      } finally {
        graphics.dispose();
      }
      return sheet;
    }

    private void drawRow(BufferedImage sheet, Graphics2D graphics, Row row, int top) {
      graphics.setColor(TEXT);
      int textTop = top + (cellHeight - PixelFont.height(TEXT_SCALE)) / 2;
      font.draw(graphics, row.label(), MARGIN, textTop, TEXT_SCALE);
      for (int i = 0; i < row.images().size(); i++) {
        drawImage(sheet, row.images().get(i), left + i * (cellWidth + GAP), top);
      }
    }

    private void drawImage(BufferedImage sheet, ShownImage image, int left, int top) {
      for (int y = 0; y < image.height() * scale; y++) {
        for (int x = 0; x < image.width() * scale; x++) {
          sheet.setRGB(left + x, top + y, Colours.at(image, y / scale, x / scale));
        }
      }
    }
  }
}
