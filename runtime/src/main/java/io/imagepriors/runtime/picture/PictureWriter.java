package io.imagepriors.runtime.picture;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.file.AtomicFile;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes PNG files of 8 bits a channel. A file appears whole or not at all. Stateless and
 * thread-safe.
 */
public final class PictureWriter {

  private PictureWriter() {}

  /**
   * Writes one image of a stack; values are moved into [0, 1] and rounded to 256 levels.
   *
   * @param images images of 1 (grey) or 3 (colour) channels
   * @param index which of them
   * @param file the file to write, replaced if it exists
   * @throws FileException if it can't be written
   */
  public static void write(ImageStack images, int index, Path file) {
    write(toPicture(images, index), file);
  }

  /** Writes a drawn picture, as above. */
  public static void write(BufferedImage picture, Path file) {
    AtomicFile.write(file, png(picture));
  }

  /** The picture as the bytes of a PNG file. */
  public static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(picture);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Rounds a grey value in [0, 1] to one of 256 levels; values outside are moved in. */
  public static int level(float value) {
    return Math.round(255 * Math.max(0f, Math.min(1f, value)));
  }

  private static BufferedImage toPicture(ImageStack images, int index) {
    Shape shape = images.shape();
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw InvalidInputException.of(
          "an image to be written as PNG", "have 1 (grey) or 3 (colour) channels", shape);
    }
    int type = shape.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage picture = new BufferedImage(shape.width(), shape.height(), type);
    WritableRaster raster = picture.getRaster();
    int at = images.offset(index);
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int row = 0; row < shape.height(); row++) {
        for (int column = 0; column < shape.width(); column++) {
          raster.setSample(column, row, channel, level(images.pixels()[at++]));
        }
      }
    }
    return picture;
  }
}
