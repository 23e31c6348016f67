package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import java.util.Arrays;

/** The best image found so far for each degraded image, with the objective's value there. */
final class Estimates {
  private final ImageStack images;
  private final double[] objective;

  /** First estimates, which any finite value beats; the stack is taken over. */
  Estimates(ImageStack images) {
    this.images = images;
    this.objective = new double[images.count()];
    forget();
  }

  /** The best images; live. */
  ImageStack images() {
    return images;
  }

  /** The objective at the best images; live. Infinite where nothing was tried yet. */
  double[] objective() {
    return objective;
  }

  /** Takes over image {@code from} of a stack for image {@code index} if its value is lower. */
  void offer(int index, double value, ImageStack source, int from) {
    if (value < objective[index]) {
      replace(index, value, source, from);
    }
  }

  /** Offers image {@code i} of a stack for image {@code i}, for all. */
  void offerAll(double[] values, ImageStack source) {
    for (int i = 0; i < objective.length; i++) {
      offer(i, values[i], source, i);
    }
  }

  /** Takes over an image whatever its value. */
  void replace(int index, double value, ImageStack source, int from) {
    images.set(index, source, from);
    objective[index] = value;
  }

  /** Keeps the images but forgets their values, because another objective is used from now on. */
  void forget() {
    Arrays.fill(objective, Double.POSITIVE_INFINITY);
  }
}
