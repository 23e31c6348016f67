package io.imagepriors.conformance;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A mean image in a file: a magic number, the sides, the pixels, and a checksum of all that.
 *
 * @param image the mean image
 */
record ToyModelFile(ImageStack image) {
  private static final int MAGIC = 0x544f5921;
  private static final int HEADER = 16;

  static ToyModelFile of(Shape shape, float[] mean) {
    return new ToyModelFile(ImageStack.wrap(shape, mean));
  }

  Shape shape() {
    return image.shape();
  }

  float[] mean() {
    return image.pixels();
  }

  byte[] bytes() {
    Shape shape = shape();
    float[] mean = mean();
    ByteBuffer buffer = ByteBuffer.allocate(HEADER + 4 * mean.length + 4).putInt(MAGIC);
    buffer.putInt(shape.channels()).putInt(shape.height()).putInt(shape.width());
    for (float value : mean) {
      buffer.putFloat(value);
    }
    return buffer.putInt(checksum(buffer.array())).array();
  }

  private static int checksum(byte[] file) {
    return Arrays.hashCode(Arrays.copyOf(file, file.length - 4));
  }

  static ToyModelFile read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER + 4 || buffer.getInt() != MAGIC) {
      throw FileException.malformed(file, 0, "a toy model", bytes.length + " other bytes");
    }
    if (buffer.getInt(bytes.length - 4) != checksum(bytes)) {
      throw FileException.unusable(file, "a whole toy model", "another checksum");
    }
    Shape shape = new Shape(buffer.getInt(), buffer.getInt(), buffer.getInt());
    float[] mean = new float[shape.size()];
    buffer.asFloatBuffer().get(mean);
    return of(shape, mean);
  }
}
