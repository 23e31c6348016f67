package io.imagepriors.datasets;

import io.imagepriors.api.FileException;
import io.imagepriors.api.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes PNG and JPEG files that may be anything. */
final class PictureFile {
  private static final List<String> FORMATS = List.of("png", "jpeg");

  /**
   * No file of n bytes holds more than this times n pixels: PNG packs 8 pixels of one bit in a byte
   * and deflate packs at most 1032 bytes in one; JPEG spends at least a bit on 64 pixels.
   */
  private static final long PIXELS_PER_BYTE = 8 * 1032;

  /** What libjpeg says of missing data; it warns of harmless things too. */
  private static final Pattern DAMAGE =
      Pattern.compile("premature end|missing EOI|bad Huffman code", Pattern.CASE_INSENSITIVE);

  private PictureFile() {}

  /**
   * Decodes a file, whatever its name.
   *
   * @throws FileException if it is no PNG or JPEG, is damaged or cut off, or claims a size above
   *     {@link Shape#MAX_SIZE} pixels or more pixels than its length can hold; sizes are checked
   *     before anything is allocated from them
   */
  static BufferedImage decode(Path file) {
    try (InputStream stream = Files.newInputStream(file);
        ImageInputStream input = new MemoryCacheImageInputStream(stream)) {
      ImageReader reader = reader(file, input);
      try {
        return decode(file, reader, input);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
  }

  private static ImageReader reader(Path file, ImageInputStream input) throws IOException {
    for (String format : FORMATS) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        if (reader.getOriginatingProvider().canDecodeInput(input)) {
          return reader;
        }
        reader.dispose();
      }
    }
    throw FileException.malformed(file, 0, "a PNG or JPEG picture", "something else");
  }

  private static BufferedImage decode(Path file, ImageReader reader, ImageInputStream input)
      throws IOException {
    try {
      reader.setInput(input, true, true);
      requireSize(file, reader.getWidth(0), reader.getHeight(0));
      // Only kept by the listener: it runs inside native code, where nothing should be thrown.
      List<String> warnings = new ArrayList<>();
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      BufferedImage image = reader.read(0);
      requireWhole(file, warnings);
      return image;
    } catch (FileException e) {
      throw e;
    } catch (RuntimeException e) {
      // The JDK's readers answer some damaged files with whatever their arrays threw.
      throw FileException.unusable(file, "a picture without damage", e);
    }
  }

  private static void requireSize(Path file, long width, long height) throws IOException {
    long pixels = width * height;
    long most = Math.min(Shape.MAX_SIZE, PIXELS_PER_BYTE * Files.size(file));
    if (pixels < 1 || pixels > most) {
      String expected = "a picture of 1 to " + most + " pixels in a file of that length";
      throw FileException.unusable(file, expected, width + "x" + height);
    }
  }

  /** The JPEG reader fills with grey what is missing, and only warns. */
  private static void requireWhole(Path file, List<String> warnings) {
    for (String warning : warnings) {
      if (DAMAGE.matcher(warning).find()) {
        throw FileException.unusable(file, "a whole picture without damage", warning);
      }
    }
  }
}
