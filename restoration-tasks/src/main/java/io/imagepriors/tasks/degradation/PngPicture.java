package io.imagepriors.tasks.degradation;

import io.imagepriors.api.FileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads PNG pictures whose size fulfils a rule. */
final class PngPicture {
  private PngPicture() {}

  /** Which sizes will do. */
  interface Size {
    /** Whether a picture of these sides may be read. */
    boolean fits(int height, int width);
  }

  /**
   * Reads a picture.
   *
   * @param expected what the picture should be, for the error if its size does not fit
   * @throws FileException if the file can't be read, is no PNG or has another size
   */
  static BufferedImage read(Path file, String expected, Size size) {
    try (InputStream bytes = Files.newInputStream(file);
        ImageInputStream stream = new MemoryCacheImageInputStream(bytes)) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
      if (!readers.hasNext()) {
        throw FileException.unusable(file, "a Java that reads PNG", "none");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream);
        return read(file, reader, expected, size);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
  }

  private static BufferedImage read(Path file, ImageReader reader, String expected, Size size)
      throws IOException {
    try {
      // The size is looked at first: a header may claim any, and the pixels take memory.
      if (!size.fits(reader.getHeight(0), reader.getWidth(0))) {
        throw FileException.unusable(
            file, expected, reader.getHeight(0) + "x" + reader.getWidth(0));
      }
      return reader.read(0);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw FileException.unusable(file, "a PNG picture", "a file that can't be decoded as one");
    }
  }

  /** The luma of a pixel, in [0, 255]: 0.299 red + 0.587 green + 0.114 blue. */
  static double grey(BufferedImage picture, int row, int column) {
    int rgb = picture.getRGB(column, row);
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return (299 * red + 587 * green + 114 * blue) / 1000.0;
  }
}
