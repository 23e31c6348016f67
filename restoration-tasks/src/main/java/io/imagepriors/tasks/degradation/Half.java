package io.imagepriors.tasks.degradation;

/** Which half of an image is missing; the larger one where a side is odd. */
enum Half {
  /** Neither. */
  NONE,
  /** The rows above the middle. */
  UPPER,
  /** The rows below the middle. */
  LOWER,
  /** The columns left of the middle. */
  LEFT,
  /** The columns right of the middle. */
  RIGHT;

  /** Whether this half of a grid holds the place. */
  boolean holds(int row, int column, int height, int width) {
    return switch (this) {
      case NONE -> false;
      case UPPER -> row < height - height / 2;
      case LOWER -> row >= height / 2;
      case LEFT -> column < width - width / 2;
      case RIGHT -> column >= width / 2;
    };
  }
}
