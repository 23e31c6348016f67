package io.imagepriors.autoencoder.network;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sides of an array: {@code [n]} for flat values, {@code [channels, height, width]} for an
 * image, {@code [out, in]} or {@code [out, in, k, k]} for weights. Sides are at least 1.
 *
 * @param sides from the slowest to the fastest index
 */
public record Dims(List<Integer> sides) {

  /** The largest number of values in one array: 2^28, 1 GiB of float32. */
  public static final long MAX_SIZE = 1L << 28;

  /**
   * Copies the sides.
   *
   * @throws InvalidInputException if a side is below 1 or there are more than {@link #MAX_SIZE}
   *     values
   */
  public Dims {
    sides = List.copyOf(sides);
    double size = 1;
    for (int side : sides) {
      size *= side;
      if (side < 1 || size > MAX_SIZE) {
        throw InvalidInputException.of(
            "array", "have sides of at least 1 and hold at most " + MAX_SIZE + " values", sides);
      }
    }
  }

  /** The given sides. */
  public static Dims of(int... sides) {
    return new Dims(Arrays.stream(sides).boxed().toList());
  }

  /** The sides of one image. */
  public static Dims of(Shape shape) {
    return of(shape.channels(), shape.height(), shape.width());
  }

  /** The number of sides. */
  public int rank() {
    return sides.size();
  }

  /** The length of side {@code index}. */
  public int side(int index) {
    return sides.get(index);
  }

  /** The number of values: the product of the sides. */
  public int size() {
    return sides.stream().reduce(1, (a, b) -> a * b);
  }

  /** Whether these are flat values, as a linear layer gives them. */
  public boolean isFlat() {
    return rank() == 1;
  }

  /** The sides, as in {@code 32x16x3x3}. */
  @Override
  public String toString() {
    return sides.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }
}
