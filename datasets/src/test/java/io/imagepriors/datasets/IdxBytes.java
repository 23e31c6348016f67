package io.imagepriors.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** IDX files for tests, right and wrong ones. */
final class IdxBytes {
  private IdxBytes() {}

  /** A header of unsigned bytes followed by the elements, whatever their number. */
  static byte[] idx(byte[] elements, int... sizes) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * sizes.length + elements.length);
    buffer.putInt(0x0800 | sizes.length);
    Arrays.stream(sizes).forEach(buffer::putInt);
    return buffer.put(elements).array();
  }

  /** A file of {@code count} random images. */
  static byte[] images(int count, int height, int width) {
    return idx(pixels(count * height * width), count, height, width);
  }

  /** The pixels that {@link #images} writes. */
  static byte[] pixels(int length) {
    byte[] pixels = new byte[length];
    new Random(length).nextBytes(pixels);
    return pixels;
  }

  /** A file of labels. */
  static byte[] labels(int... classes) {
    byte[] elements = new byte[classes.length];
    for (int i = 0; i < classes.length; i++) {
      elements[i] = (byte) classes[i];
    }
    return idx(elements, classes.length);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
