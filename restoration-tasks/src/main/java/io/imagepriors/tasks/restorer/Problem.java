package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;

/**
 * What is to be solved for a chunk of images.
 *
 * @param y the degraded images
 * @param model what happened to them
 * @param likelihood {@code ||A(x)-y||²/(2 sigma²)} of the chunk
 */
record Problem(ImageStack y, ForwardModel model, Energy likelihood) {

  /** The problem of a chunk of degraded images. */
  static Problem of(ImageStack y, ForwardModel model) {
    return new Problem(y, model, model.likelihood(y));
  }

  /** The number of images. */
  int count() {
    return y.count();
  }
}
