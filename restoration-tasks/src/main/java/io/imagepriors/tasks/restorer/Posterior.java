package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;

/**
 * The objective {@code ||A(x)-y||²/(2 sigma²) + E(x)/T} of a chunk: the negative logarithm of the
 * posterior, up to a constant. Keeps a buffer, so it has one user at a time.
 */
final class Posterior {
  private final Energy likelihood;
  private final Energy prior;
  private final double temperature;
  private final ImageStack pull;
  private final double[] energies;

  Posterior(Problem problem, Energy prior, double temperature) {
    this.likelihood = problem.likelihood();
    this.prior = prior;
    this.temperature = temperature;
    this.pull = ImageStack.zeros(problem.count(), problem.model().clean());
    this.energies = new double[problem.count()];
  }

  /** Writes the objective and its gradient at each image. */
  void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
    likelihood.valueAndGradient(x, values, gradient);
    prior.valueAndGradient(x, energies, pull);
    float weight = (float) (1 / temperature);
    float[] total = gradient.pixels();
    float[] addend = pull.pixels();
    for (int k = 0; k < total.length; k++) {
      total[k] += weight * addend[k];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] += energies[i] / temperature;
    }
  }

  /** The objective at each image, in a new array. */
  double[] values(ImageStack x) {
    double[] values = likelihood.values(x);
    double[] pulls = prior.values(x);
    for (int i = 0; i < values.length; i++) {
      values[i] += pulls[i] / temperature;
    }
    return values;
  }
}
