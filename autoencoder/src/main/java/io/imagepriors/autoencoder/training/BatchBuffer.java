package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory for one batch of images, shared by Java, which fills it, and PyTorch, which reads it. */
final class BatchBuffer {
  private final TrainingImages images;
  private final ByteBuffer bytes;

  /** Memory for up to {@code capacity} images. */
  BatchBuffer(TrainingImages images, int capacity) {
    this.images = images;
    int length = Math.multiplyExact(capacity, 4 * images.shape().size());
    this.bytes = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
  }

  /**
   * The images {@code indices[from..to)}, changed by the augmentation, as a native array [count,
   * channels, height, width], valid until the next call.
   */
  NDArray fill(NDManager scope, int[] indices, int from, int to, Augmentation augmentation) {
    images.copy(indices, from, to, augmentation, bytes.asFloatBuffer());
    var shape = images.shape();
    int count = to - from;
    ByteBuffer used = bytes.slice(0, 4 * count * shape.size()).order(ByteOrder.nativeOrder());
    Shape sides = new Shape(count, shape.channels(), shape.height(), shape.width());
    return scope.create(used, sides, DataType.FLOAT32);
  }
}
