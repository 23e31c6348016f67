package io.imagepriors.datasets;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Grey images held as unsigned bytes, a quarter of what floats take; 0 is read as 0, 255 as 1.
 * Immutable and thread-safe.
 */
final class ByteImages implements LabelledImages {
  private final String origin;
  private final Shape shape;
  private final int count;
  private final int perBlock;
  private final List<byte[]> blocks;
  private final byte[] labels;

  private ByteImages(
      String origin, Shape shape, int count, int perBlock, List<byte[]> blocks, byte[] labels) {
    this.origin = origin;
    this.shape = shape;
    this.count = count;
    this.perBlock = perBlock;
    this.blocks = blocks;
    this.labels = labels;
  }

  /**
   * Images without labels.
   *
   * @param perBlock the number of images in each block but the last
   * @param blocks the images' bytes, handed over
   */
  static ByteImages of(String origin, Shape shape, int count, int perBlock, List<byte[]> blocks) {
    return new ByteImages(origin, shape, count, perBlock, List.copyOf(blocks), new byte[0]);
  }

  /** The same images with labels, one per image, handed over. */
  ByteImages withLabels(byte[] classes) {
    return new ByteImages(origin, shape, count, perBlock, blocks, classes);
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void read(int index, ImageStack target, int slot) {
    Objects.checkIndex(index, count);
    target.requireShape(shape, "stack to read " + origin + " into");
    int size = shape.size();
    byte[] block = blocks.get(index / perBlock);
    int from = index % perBlock * size;
    float[] pixels = target.pixels();
    int to = target.offset(slot);
    for (int i = 0; i < size; i++) {
      pixels[to + i] = (block[from + i] & 0xff) / 255f;
    }
  }

  @Override
  public OptionalInt label(int index) {
    Objects.checkIndex(index, count);
    return labels.length == 0 ? OptionalInt.empty() : OptionalInt.of(labels[index] & 0xff);
  }
}
