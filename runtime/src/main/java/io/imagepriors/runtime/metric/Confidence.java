package io.imagepriors.runtime.metric;

import io.imagepriors.api.InvalidInputException;

/**
 * How sure a classifier is of images: {@code max_c p(c|x)}, the probability of the class that it
 * would choose. Near 1 for images of a class, lower for what lies between classes. Stateless.
 */
public final class Confidence {
  private Confidence() {}

  /** The class of image {@code index}: the most probable, of equals the first. */
  public static int choice(float[] probabilities, int classes, int index) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (probabilities[index * classes + c] > probabilities[index * classes + best]) {
        best = c;
      }
    }
    return best;
  }

  /** The probability of that class. */
  public static double of(float[] probabilities, int classes, int index) {
    return probabilities[index * classes + choice(probabilities, classes, index)];
  }

  /**
   * The mean over images.
   *
   * @param probabilities {@code classes} of them for each image
   * @throws InvalidInputException if there is no image, or a part of one
   */
  public static Mean mean(float[] probabilities, int classes) {
    if (probabilities.length % classes != 0) {
      throw InvalidInputException.of(
          "probabilities", "be " + classes + " for each image", probabilities.length + " values");
    }
    double[] values = new double[probabilities.length / classes];
    for (int i = 0; i < values.length; i++) {
      values[i] = of(probabilities, classes, i);
    }
    return Mean.of(values);
  }
}
