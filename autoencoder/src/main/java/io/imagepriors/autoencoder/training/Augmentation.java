package io.imagepriors.autoencoder.training;

/** Changes an image each time before it is learned, in a way that must not matter. */
@FunctionalInterface
interface Augmentation {

  /**
   * The image to learn.
   *
   * @param pixels channel, row, column; only read
   * @return {@code pixels} itself or a new array of its length
   */
  float[] of(float[] pixels);

  /** Leaves images as they are. */
  static Augmentation none() {
    return pixels -> pixels;
  }
}
