package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ImageStack;
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
}
