package io.imagepriors.autoencoder.training;

import io.imagepriors.api.InvalidInputException;

/** Whether training is installed. Mentions no class of DJL. */
final class Installation {
  private Installation() {}

  /**
   * Requires DJL.
   *
   * @throws InvalidInputException if it is missing
   */
  static void require() {
    try {
      Class.forName("ai.djl.pytorch.jni.JniUtils", false, Installation.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new InvalidInputException(
          "training is not installed: DJL is missing (in the distribution, the folder lib/training)",
          e);
    }
  }
}
