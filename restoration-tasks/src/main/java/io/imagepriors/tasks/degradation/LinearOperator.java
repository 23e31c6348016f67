package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;

/**
 * A linear map {@code A} between images, with its adjoint: {@code <A x, y> = <x, Aᵀ y>} for all
 * {@code x} and {@code y}. Immutable and thread-safe; stacks belong to the caller and the two of a
 * call differ.
 */
interface LinearOperator {

  /** The shape of what {@link #apply} takes. */
  Shape domain();

  /** The shape of what {@link #apply} gives. */
  Shape range();

  /** Overwrites {@code y} with {@code A x}, image by image. */
  void apply(ImageStack x, ImageStack y);

  /** Overwrites {@code x} with {@code Aᵀ y}, image by image. */
  void adjoint(ImageStack y, ImageStack x);

  /**
   * Requires two stacks of the same count, each of its shape.
   *
   * @throws InvalidInputException if they are not
   */
  static void requireStacks(ImageStack from, Shape source, ImageStack to, Shape target) {
    from.requireShape(source, "images");
    to.requireShape(target, "results");
    if (from.count() != to.count()) {
      throw InvalidInputException.of("results", "be as many as the images", to.count());
    }
  }
}
