package io.imagepriors.autoencoder.network;

import io.imagepriors.api.InvalidInputException;

/** An immutable array of float32 with its sides, the last index fastest. */
public final class Tensor {
  private final Dims dims;
  private final float[] values;

  private Tensor(Dims dims, float[] values) {
    this.dims = dims;
    this.values = values;
  }

  /**
   * An array of the given sides.
   *
   * @param values copied
   * @throws InvalidInputException if their number is not {@code dims.size()}
   */
  public static Tensor of(Dims dims, float... values) {
    if (values.length != dims.size()) {
      throw InvalidInputException.of(
          "tensor " + dims, "hold " + dims.size() + " values", values.length);
    }
    return new Tensor(dims, values.clone());
  }

  /** The sides. */
  public Dims dims() {
    return dims;
  }

  /** The number of values. */
  public int size() {
    return values.length;
  }

  /** The value at flat position {@code index}. */
  public float get(int index) {
    return values[index];
  }

  /** A copy of the values. */
  public float[] values() {
    return values.clone();
  }

  /** The sides, as in {@code tensor 512x784}. */
  @Override
  public String toString() {
    return "tensor " + dims;
  }
}
