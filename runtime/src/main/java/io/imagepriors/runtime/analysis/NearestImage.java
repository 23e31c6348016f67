package io.imagepriors.runtime.analysis;

import io.imagepriors.api.ImageStack;

/** The most similar image, by Euclidean distance over all values. */
final class NearestImage {
  private NearestImage() {}

  /** The place among {@code candidates} of the one nearest to image {@code index}. */
  static int of(ImageStack images, int index, ImageStack candidates) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < candidates.count(); c++) {
      double distance = squared(images, index, candidates, c);
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    return best;
  }

  private static double squared(ImageStack a, int i, ImageStack b, int j) {
    double sum = 0;
    for (int k = 0; k < a.shape().size(); k++) {
      double difference = a.pixels()[a.offset(i) + k] - b.pixels()[b.offset(j) + k];
      sum += difference * difference;
    }
    return sum;
  }
}
