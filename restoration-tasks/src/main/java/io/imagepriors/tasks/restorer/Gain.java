package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import java.util.SplittableRandom;

/** How much of a clean image's white noise an operator lets through. */
final class Gain {
  /** Enough for a few percent, and an operator is applied hundreds of times afterwards. */
  private static final int PROBES = 16;

  private Gain() {}

  /**
   * {@code ||A||_F / sqrt(n)} for images of {@code n} values, by {@code ||A||_F² = E ||Aᵀ w||²}
   * over random signs {@code w} (Hutchinson, doi:10.1080/03610918908812806). Exactly 1 for the
   * identity.
   */
  static double of(ForwardModel model) {
    ImageStack signs = ImageStack.zeros(1, model.degraded());
    ImageStack origin = ImageStack.zeros(1, model.clean());
    ImageStack back = origin.like();
    SplittableRandom random = new SplittableRandom(0);
    double sum = 0;
    for (int probe = 0; probe < PROBES; probe++) {
      for (int k = 0; k < signs.pixels().length; k++) {
        signs.pixels()[k] = random.nextBoolean() ? 1f : -1f;
      }
      model.adjoint(origin, signs, back);
      sum += ConjugateGradients.dot(back, back, 0);
    }
    return Math.sqrt(sum / PROBES / model.clean().size());
  }
}
