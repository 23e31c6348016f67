package io.imagepriors.api;

import java.util.Arrays;

/**
 * A stack of images of one {@link Shape}: the unit of computation. One image is a stack of one.
 *
 * <p>Values are float32, in [0, 1] for pictures (gradients and intermediate results may leave that
 * range), contiguous in the order image, channel, row, column: image {@code i} starts at {@link
 * #offset offset(i)} of {@link #pixels()}.
 *
 * <p>A stack is a buffer with an owner: whoever created it may write it; everybody else reads it
 * for the length of a call only, unless the method's contract says that it writes an argument. A
 * stack is not synchronised: one thread at a time while it is written.
 */
public final class ImageStack {
  private final Shape shape;
  private final int count;
  private final float[] pixels;

  private ImageStack(Shape shape, int count, float[] pixels) {
    this.shape = shape;
    this.count = count;
    this.pixels = pixels;
  }

  /**
   * A stack of black images.
   *
   * @throws InvalidInputException if {@code count} is below 1 or the stack would not fit an array
   */
  public static ImageStack zeros(int count, Shape shape) {
    return new ImageStack(shape, count, new float[length(count, shape)]);
  }

  /**
   * A stack over the caller's array, which is not copied.
   *
   * @throws InvalidInputException if the array's length is not a positive multiple of {@code
   *     shape.size()}
   */
  public static ImageStack wrap(Shape shape, float[] pixels) {
    if (pixels.length == 0 || pixels.length % shape.size() != 0) {
      throw InvalidInputException.of(
          "pixel array for shape " + shape,
          "have a length that is a positive multiple of " + shape.size(),
          pixels.length);
    }
    return new ImageStack(shape, pixels.length / shape.size(), pixels);
  }

  /** The shape of every image in this stack. */
  public Shape shape() {
    return shape;
  }

  /** The number of images, at least 1. */
  public int count() {
    return count;
  }

  /** The live array behind this stack, of length {@code count * shape.size()}; not a copy. */
  public float[] pixels() {
    return pixels;
  }

  /** Where image {@code index} starts in {@link #pixels()}. */
  public int offset(int index) {
    return Math.multiplyExact(index, shape.size());
  }

  /** A copy with its own array. */
  public ImageStack copy() {
    return new ImageStack(shape, count, pixels.clone());
  }

  /** A stack of black images of the same count and shape. */
  public ImageStack like() {
    return new ImageStack(shape, count, new float[pixels.length]);
  }

  /** A copy of one image, as a stack of one. */
  public ImageStack image(int index) {
    return slice(index, index + 1);
  }

  /**
   * A copy of images {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws InvalidInputException if the range is empty or outside the stack
   */
  public ImageStack slice(int from, int to) {
    if (from < 0 || to > count || from >= to) {
      throw InvalidInputException.of(
          "range of images", "be non-empty and lie in [0, " + count + ")", from + ":" + to);
    }
    return new ImageStack(shape, to - from, Arrays.copyOfRange(pixels, offset(from), offset(to)));
  }

  /**
   * A new stack that holds copies of the images at {@code indices}, in that order; an index may
   * stand more than once.
   */
  public ImageStack gather(int... indices) {
    ImageStack result = zeros(indices.length, shape);
    for (int i = 0; i < indices.length; i++) {
      result.set(i, this, indices[i]);
    }
    return result;
  }

  /** Writes image {@code from} of {@code source} into place {@code index} of this stack. */
  public void set(int index, ImageStack source, int from) {
    requireShape(source.shape, "image");
    System.arraycopy(source.pixels, source.offset(from), pixels, offset(index), shape.size());
  }

  /** Writes all values of {@code source}, which has this stack's count and shape, into it. */
  public void setAll(ImageStack source) {
    requireSameSize(source, "stack");
    System.arraycopy(source.pixels, 0, pixels, 0, pixels.length);
  }

  /** Moves every value into [0, 1]; NaN becomes 0. */
  public void clamp() {
    for (int i = 0; i < pixels.length; i++) {
      float value = pixels[i];
      pixels[i] = value >= 0f ? Math.min(value, 1f) : 0f;
    }
  }

  /**
   * Requires every value to be a finite number.
   *
   * @param subject what the error should call this stack
   * @throws InvalidInputException naming the first value that is not finite
   */
  public void requireFinite(String subject) {
    for (int i = 0; i < pixels.length; i++) {
      if (!Float.isFinite(pixels[i])) {
        throw InvalidInputException.of(
            subject,
            "hold finite numbers only",
            pixels[i] + " in image " + i / shape.size() + " at value " + i % shape.size());
      }
    }
  }

  /**
   * Requires images of the given shape.
   *
   * @param subject what the error should call this stack
   * @throws InvalidInputException if the shape differs
   */
  public void requireShape(Shape expected, String subject) {
    if (!shape.equals(expected)) {
      throw InvalidInputException.of(subject, "have shape " + expected, shape);
    }
  }

  /**
   * Requires the count and shape of {@code other}.
   *
   * @param subject what the error should call this stack
   * @throws InvalidInputException if either differs
   */
  public void requireSameSize(ImageStack other, String subject) {
    if (count != other.count || !shape.equals(other.shape)) {
      throw InvalidInputException.of(
          subject,
          "hold " + other.count + " images of shape " + other.shape,
          count + " images of shape " + shape);
    }
  }

  /** Count and shape, as in {@code 16 images of 1x28x28}. */
  @Override
  public String toString() {
    return count + (count == 1 ? " image of " : " images of ") + shape;
  }

  private static int length(int count, Shape shape) {
    if (count < 1 || (long) count * shape.size() > Integer.MAX_VALUE - 8) {
      throw InvalidInputException.of(
          "stack of images of shape " + shape,
          "hold at least 1 and at most " + (Integer.MAX_VALUE - 8) / shape.size() + " images",
          count);
    }
    return count * shape.size();
  }
}
