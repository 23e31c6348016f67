package io.imagepriors.autoencoder.export;

import io.imagepriors.api.InvalidInputException;

/** Compares what an exported model gives with what the same model gives computed otherwise. */
final class Agreement {
  /** Of the scale; float32 sums of some thousand terms agree to about 1e-5. */
  static final double TOLERANCE = 1e-4;

  private Agreement() {}

  /**
   * Requires equal numbers up to {@link #TOLERANCE}.
   *
   * @param function what they are, for the error
   * @param scale of the numbers
   * @throws InvalidInputException naming the function and the largest difference
   */
  static void require(String function, float[] found, float[] expected, double scale) {
    require(function, found, expected, TOLERANCE, scale);
  }

  /** The same with another tolerance. */
  static void require(
      String function, float[] found, float[] expected, double tolerance, double scale) {
    double largest = 0;
    for (int i = 0; i < found.length; i++) {
      double difference = Math.abs((double) found[i] - expected[i]);
      largest = difference <= largest ? largest : difference; // NaN wins
    }
    requireSmall(function, largest, tolerance * Math.max(scale, 1e-3));
  }

  /** Requires a difference of at most {@code tolerance}. */
  static void requireSmall(String function, double difference, double tolerance) {
    if (!(difference <= tolerance)) {
      throw InvalidInputException.of(
          function + " of the exported model",
          "agree with its reference up to " + tolerance,
          difference);
    }
  }
}
