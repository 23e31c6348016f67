package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import java.util.SplittableRandom;

/** How much a linear operator can lengthen an image. */
final class OperatorNorm {
  private static final int ITERATIONS = 50;

  /** Power iteration comes from below, by a few percent where many singular values are large. */
  private static final double MARGIN = 1.05;

  private OperatorNorm() {}

  /**
   * {@code ||A||²}, the largest eigenvalue of {@code AᵀA}, or a little more, by power iteration
   * (Golub and Van Loan, Matrix Computations, 8.2); 0 where nothing of the image is measured.
   */
  static double squared(ForwardModel model) {
    ImageStack x = ImageStack.zeros(1, model.clean());
    SplittableRandom random = new SplittableRandom(0);
    for (int k = 0; k < x.pixels().length; k++) {
      x.pixels()[k] = random.nextFloat();
    }
    ImageStack seen = ImageStack.zeros(1, model.degraded());
    ImageStack back = x.like();
    double squared = 0;
    for (int k = 0; k < ITERATIONS && normalise(x); k++) {
      model.apply(x, seen);
      squared = ConjugateGradients.dot(seen, seen, 0);
      model.adjoint(x, seen, back);
      x.setAll(back);
    }
    return MARGIN * squared;
  }

  /** Gives the image length 1; says whether it has a length at all. */
  private static boolean normalise(ImageStack x) {
    double length = Math.sqrt(ConjugateGradients.dot(x, x, 0));
    for (int k = 0; k < x.pixels().length && length > 0; k++) {
      x.pixels()[k] /= (float) length;
    }
    return length > 0;
  }
}
