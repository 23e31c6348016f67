package io.imagepriors.conformance;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/** What every stack of images that a plug-in hands out must fulfil. */
final class ResultImages {
  private ResultImages() {}

  /** Requires the count, the shape and values in [0, 1]. */
  static void require(ImageStack images, int count, Shape shape, String subject) {
    Violation.unless(
        images.count() == count && images.shape().equals(shape),
        "%s: has %s, not %d of %s",
        subject,
        images,
        count,
        shape);
    for (float value : images.pixels()) {
      Violation.unless(value >= 0f && value <= 1f, "%s: has the value %s", subject, value);
    }
  }
}
