package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;

/**
 * Lowers a posterior over the pixels by Adam, each step moved back into [0, 1].
 *
 * @param steps the number of gradient steps
 * @param stepSize the first step's size in units of grey value; it decays to 0
 */
record PixelDescent(int steps, double stepSize) {

  /** Descends from the estimates and leaves the best images seen there. */
  void run(String stage, Posterior posterior, Estimates estimates, Course course) {
    ImageStack x = estimates.images().copy();
    ImageStack gradient = x.like();
    double[] values = new double[x.count()];
    Adam adam = new Adam(x.pixels().length);
    CosineDecay decay = new CosineDecay(stepSize, steps);
    boolean goOn = true;
    for (int step = 0; step < steps && goOn; step++) {
      posterior.valueAndGradient(x, values, gradient);
      estimates.offerAll(values, x);
      adam.step(x.pixels(), gradient.pixels(), decay.rate(step));
      x.clamp();
      goOn = course.step(stage, values);
    }
    if (goOn) {
      estimates.offerAll(posterior.values(x), x);
    }
  }
}
