package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.PriorModel;

/**
 * What is to be solved for a chunk of images.
 *
 * @param y the degraded images
 * @param model what happened to them
 * @param prior what clean images look like
 * @param likelihood {@code ||A(x)-y||²/(2 sigma²)} of the chunk
 */
record Problem(ImageStack y, ForwardModel model, PriorModel prior, Energy likelihood) {

  /** The problem of a chunk of degraded images. */
  static Problem of(ImageStack y, ForwardModel model, PriorModel prior) {
    return new Problem(y, model, prior, model.likelihood(y));
  }

  /** The number of images. */
  int count() {
    return y.count();
  }
}
