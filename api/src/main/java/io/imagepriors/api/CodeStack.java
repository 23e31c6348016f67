package io.imagepriors.api;

import java.util.Arrays;

/**
 * A stack of latent codes of one dimension. Codes are points of the cube [0, 1]^dimension; stacks
 * that hold gradients may leave it. Code {@code i} starts at {@link #offset offset(i)} of {@link
 * #values()}.
 *
 * <p>Like {@link ImageStack}, a buffer with an owner, not synchronised.
 */
public final class CodeStack {
  private final int dimension;
  private final int count;
  private final float[] values;

  private CodeStack(int dimension, int count, float[] values) {
    this.dimension = dimension;
    this.count = count;
    this.values = values;
  }

  /**
   * A stack of codes at the origin.
   *
   * @throws InvalidInputException if {@code count} or {@code dimension} is below 1, or the stack
   *     would not fit an array
   */
  public static CodeStack zeros(int count, int dimension) {
    if (count < 1 || dimension < 1 || (long) count * dimension > Integer.MAX_VALUE - 8) {
      throw InvalidInputException.of(
          "stack of codes",
          "have a count and a dimension of at least 1 and fit an array",
          count + " codes of dimension " + dimension);
    }
    return new CodeStack(dimension, count, new float[count * dimension]);
  }

  /**
   * A stack over the caller's array, which is not copied.
   *
   * @throws InvalidInputException if the length is not a positive multiple of {@code dimension}
   */
  public static CodeStack wrap(int dimension, float[] values) {
    if (dimension < 1 || values.length == 0 || values.length % dimension != 0) {
      throw InvalidInputException.of(
          "code array",
          "have a length that is a positive multiple of the dimension " + dimension,
          values.length);
    }
    return new CodeStack(dimension, values.length / dimension, values);
  }

  /** The number of coordinates of each code. */
  public int dimension() {
    return dimension;
  }

  /** The number of codes, at least 1. */
  public int count() {
    return count;
  }

  /** The live array behind this stack, of length {@code count * dimension}; not a copy. */
  public float[] values() {
    return values;
  }

  /** Where code {@code index} starts in {@link #values()}. */
  public int offset(int index) {
    return Math.multiplyExact(index, dimension);
  }

  /** A copy with its own array. */
  public CodeStack copy() {
    return new CodeStack(dimension, count, values.clone());
  }

  /** A stack of zeros of the same count and dimension. */
  public CodeStack like() {
    return new CodeStack(dimension, count, new float[values.length]);
  }

  /** A copy of one code's coordinates. */
  public float[] code(int index) {
    return Arrays.copyOfRange(values, offset(index), offset(index + 1));
  }

  /** A new stack that holds copies of the codes at {@code indices}, in that order. */
  public CodeStack gather(int... indices) {
    CodeStack result = zeros(indices.length, dimension);
    for (int i = 0; i < indices.length; i++) {
      result.set(i, this, indices[i]);
    }
    return result;
  }

  /** Writes code {@code from} of {@code source} into place {@code index} of this stack. */
  public void set(int index, CodeStack source, int from) {
    requireDimension(source.dimension);
    System.arraycopy(source.values, source.offset(from), values, offset(index), dimension);
  }

  /**
   * Requires codes of the given dimension.
   *
   * @throws InvalidInputException if the dimension differs
   */
  public void requireDimension(int expected) {
    if (dimension != expected) {
      throw InvalidInputException.of("codes", "have dimension " + expected, dimension);
    }
  }

  /** Count and dimension, as in {@code 16 codes of dimension 12}. */
  @Override
  public String toString() {
    return count + (count == 1 ? " code" : " codes") + " of dimension " + dimension;
  }
}
