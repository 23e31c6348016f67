package io.imagepriors.runtime.picture;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads a PNG or JPEG file as an image of a given shape. Colour becomes grey where grey is needed
 * (ITU-R BT.601 luma, {@code 0.299 R + 0.587 G + 0.114 B}), grey becomes three equal channels where
 * colour is; transparency is laid on black. Stateless and thread-safe.
 */
public final class PictureReader {
  private static final long MAX_FILE_SIZE = 1L << 28;

  private PictureReader() {}

  /**
   * Reads one picture. The size that the file claims is compared with the needed one before any
   * pixel is decoded.
   *
   * @param file a PNG or JPEG file
   * @param shape what is needed, with 1 or 3 channels
   * @return a stack of one image, values in [0, 1]
   * @throws FileException if the file can't be read as a picture
   * @throws InvalidInputException if the picture has another size, or the shape other channels
   */
  public static ImageStack read(Path file, Shape shape) {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw InvalidInputException.of(
          "a picture's shape", "have 1 (grey) or 3 (colour) channels", shape);
    }
    BufferedImage picture =
        decode(file, (height, width) -> requireSize(file, shape, width, height));
    return PixelSamples.stack(picture, shape);
  }

  /**
   * Reads one picture of any size: colour where some pixel is coloured, else grey.
   *
   * @throws FileException if the file can't be read as a picture
   * @throws InvalidInputException if it holds more than {@link Shape#MAX_SIZE} values, as it says
   */
  public static ImageStack read(Path file) {
    BufferedImage picture = decode(file, (height, width) -> new Shape(3, height, width));
    ImageStack colour =
        PixelSamples.stack(picture, new Shape(3, picture.getHeight(), picture.getWidth()));
    Shape grey = Shape.grey(picture.getHeight(), picture.getWidth());
    return PixelSamples.isGrey(colour) ? PixelSamples.stack(picture, grey) : colour;
  }

  /** Looks at the size that a file claims, before anything of that size is allocated. */
  private interface SizeCheck {
    void check(int height, int width);
  }

  private static BufferedImage decode(Path file, SizeCheck size) {
    requireRegular(file);
    try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
      ImageReader reader = reader(file, input);
      try {
        reader.setInput(input, true, true);
        size.check(reader.getHeight(0), reader.getWidth(0));
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | ArithmeticException e) {
      // The JDK's decoders meet some broken files with these instead of an IOException.
      throw FileException.unreadable(file, new IOException("the picture is broken", e));
    }
  }

  private static ImageReader reader(Path file, ImageInputStream input) {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
    if (!readers.hasNext()) {
      throw FileException.unusable(file, "a PNG or JPEG picture", "something else");
    }
    return readers.next();
  }

  private static void requireRegular(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw FileException.unusable(file, "a PNG or JPEG picture", "a folder");
      }
      long size = Files.size(file);
      if (size == 0 || size > MAX_FILE_SIZE) {
        throw FileException.unusable(
            file, "a picture of 1 to " + MAX_FILE_SIZE + " bytes", size + " bytes");
      }
      if (!Files.isReadable(file)) {
        throw FileException.unreadable(file, new IOException("permission denied"));
      }
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
  }

  private static void requireSize(Path file, Shape shape, int width, int height) {
    if (width != shape.width() || height != shape.height()) {
      throw InvalidInputException.of(
          "picture " + file,
          "be " + shape.width() + " pixels wide and " + shape.height() + " high",
          width + " x " + height);
    }
  }
}
