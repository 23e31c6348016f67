package io.imagepriors.tasks.degradation;

import io.imagepriors.api.FileException;
import io.imagepriors.api.Shape;
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

/** Reads which pixels are missing from a PNG picture: those darker than middle grey. */
final class MaskPicture {
  private static final int MIDDLE_GREY = 128;

  private MaskPicture() {}

  /**
   * The grid of missing pixels, row by row.
   *
   * @throws FileException if the file can't be read, is no PNG or has another size than the images
   */
  static boolean[] missing(Path file, Shape shape) {
    BufferedImage picture = read(file, shape);
    boolean[] missing = new boolean[shape.height() * shape.width()];
    for (int k = 0; k < missing.length; k++) {
      missing[k] = isDark(picture.getRGB(k % shape.width(), k / shape.width()));
    }
    return missing;
  }

  private static BufferedImage read(Path file, Shape shape) {
    try (InputStream bytes = Files.newInputStream(file);
        ImageInputStream stream = new MemoryCacheImageInputStream(bytes)) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
      if (!readers.hasNext()) {
        throw FileException.unusable(file, "a Java that reads PNG", "none");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream);
        return read(file, reader, shape);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
  }

  private static BufferedImage read(Path file, ImageReader reader, Shape shape) throws IOException {
    try {
      // The size is looked at first: a header may claim any, and the pixels take memory.
      if (reader.getHeight(0) != shape.height() || reader.getWidth(0) != shape.width()) {
        throw FileException.unusable(
            file,
            "a mask of " + shape.height() + "x" + shape.width() + " pixels",
            reader.getHeight(0) + "x" + reader.getWidth(0));
      }
      return reader.read(0);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw FileException.unusable(file, "a PNG picture", "a file that can't be decoded as one");
    }
  }

  private static boolean isDark(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return 299 * red + 587 * green + 114 * blue < 1000 * MIDDLE_GREY;
  }
}
