package io.imagepriors.runtime.stream;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The beginning of a file of grey images in MNIST's format: the number 0x00000803, then count,
 * height and width, all big-endian with 32 bits. One unsigned byte for each pixel follows.
 *
 * @param count the number of images
 * @param shape of each image, with one channel
 */
record IdxHeader(int count, Shape shape) {
  /** Its length in bytes. */
  static final int LENGTH = 16;

  /** Zero, zero, unsigned bytes, three dimensions. */
  static final int MAGIC = 0x00000803;

  /**
   * Reads a header.
   *
   * @param file what errors call it
   * @throws FileException if there is none, or one of images that can't be
   */
  static IdxHeader read(DataInputStream input, Path file) throws IOException {
    int[] numbers = new int[LENGTH / Integer.BYTES];
    try {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = input.readInt();
      }
    } catch (EOFException e) {
      throw FileException.malformed(file, 0, "an IDX header of " + LENGTH + " bytes", "less");
    }
    if (numbers[0] != MAGIC) {
      String found = String.format("%08x", numbers[0]);
      throw FileException.malformed(file, 0, "00000803 (IDX, images of bytes)", found);
    }
    if (numbers[1] < 1) {
      throw FileException.malformed(file, 4, "at least one image", numbers[1]);
    }
    try {
      return new IdxHeader(numbers[1], Shape.grey(numbers[2], numbers[3]));
    } catch (InvalidInputException e) {
      String found = numbers[2] + "x" + numbers[3];
      throw FileException.malformed(file, 8, "images of 1 to " + Shape.MAX_SIZE + " pixels", found);
    }
  }

  /** The header as a file holds it. */
  byte[] bytes() {
    return ByteBuffer.allocate(LENGTH)
        .putInt(MAGIC)
        .putInt(count)
        .putInt(shape.height())
        .putInt(shape.width())
        .array();
  }

  /** Where an image begins in a file. */
  long offset(long index) {
    return LENGTH + index * shape.size();
  }
}
