package io.imagepriors.datasets;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads MNIST's two kinds of IDX file: images (count, height, width) and labels (count). */
final class IdxImages {
  /** Images are read in pieces of about this many bytes, so that a false size costs little. */
  private static final int BLOCK = 1 << 20;

  private IdxImages() {}

  /**
   * Reads grey images without labels, and closes the file.
   *
   * @throws FileException if the file is not of that format, or shorter or longer than it says
   */
  static ByteImages read(String origin, IdxInput input) {
    try (input) {
      int[] sizes = input.header(3);
      int count = sizes[0];
      Shape shape = shape(input.file(), sizes);
      input.requireRest((long) count * shape.size());
      int perBlock = Math.max(1, BLOCK / shape.size());
      String expected = count + " images of " + sizes[1] + "x" + sizes[2] + " bytes";
      List<byte[]> blocks = new ArrayList<>();
      for (int left = count; left > 0; left -= Math.min(left, perBlock)) {
        blocks.add(input.bytes(Math.min(left, perBlock) * shape.size(), expected));
      }
      input.end();
      return ByteImages.of(origin, shape, count, perBlock, blocks);
    }
  }

  /**
   * Reads images and their labels, and closes both files.
   *
   * @throws FileException also if there are more or fewer labels than images
   */
  static ByteImages read(String origin, IdxInput images, IdxInput labels) {
    try (images;
        labels) {
      int count = labels.header(1)[0];
      labels.requireRest(count);
      byte[] classes = labels.bytes(count, count + " labels");
      labels.end();
      ByteImages unlabelled = read(origin, images);
      if (unlabelled.count() != count) {
        String expected = unlabelled.count() + " labels, one per image of " + images.file();
        throw FileException.malformed(labels.file(), 4, expected, count);
      }
      return unlabelled.withLabels(classes);
    }
  }

  private static Shape shape(Path file, int[] sizes) {
    try {
      return Shape.grey(sizes[1], sizes[2]);
    } catch (InvalidInputException e) {
      String expected = "images of at most " + Shape.MAX_SIZE + " pixels";
      throw FileException.malformed(file, 8, expected, sizes[1] + "x" + sizes[2]);
    }
  }
}
