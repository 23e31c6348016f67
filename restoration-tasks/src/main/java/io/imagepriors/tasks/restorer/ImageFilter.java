package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;

/** Removes white noise from images, each by itself. */
interface ImageFilter {

  /**
   * Filters.
   *
   * @param images only read
   * @param sigma the noise's standard deviation, above 0
   * @param result overwritten; of the same count and shape
   */
  void apply(ImageStack images, double sigma, ImageStack result);
}
