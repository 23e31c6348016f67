package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import java.util.SplittableRandom;

/** Estimates {@code ||A||²}, the largest eigenvalue of {@code AᵀA}, by power iteration. */
final class OperatorNorm {
  private static final int ITERATIONS = 30;

  /** Power iteration approaches the norm from below; a step must stay on the safe side of it. */
  private static final double MARGIN = 1.01;

  private OperatorNorm() {}

  /** The squared norm of the forward model at black images; exactly 1 for noise and masks. */
  static double squared(ForwardModel model) {
    ImageStack origin = ImageStack.zeros(1, model.clean());
    ImageStack x = origin.like();
    SplittableRandom random = new SplittableRandom(0);
    for (int k = 0; k < x.pixels().length; k++) {
      x.pixels()[k] = random.nextFloat();
    }
    ImageStack y = ImageStack.zeros(1, model.degraded());
    ImageStack image = x.like();
    double previous = 0;
    for (int k = 0; k < ITERATIONS; k++) {
      normalise(x);
      model.apply(x, y);
      model.adjoint(origin, y, image);
      double eigenvalue = norm(image);
      if (Math.abs(eigenvalue - previous) <= 1e-6 * eigenvalue) {
        return eigenvalue;
      }
      previous = eigenvalue;
      x.setAll(image);
    }
    return previous * MARGIN;
  }

  private static void normalise(ImageStack x) {
    double norm = norm(x);
    if (norm > 0) {
      for (int k = 0; k < x.pixels().length; k++) {
        x.pixels()[k] /= (float) norm;
      }
    }
  }

  private static double norm(ImageStack x) {
    double sum = 0;
    for (float value : x.pixels()) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
