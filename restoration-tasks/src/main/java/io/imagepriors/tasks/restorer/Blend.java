package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;

/**
 * Averages the survivors of a search: where the data leave a choice, the mean over what fits them
 * is nearer to the truth than any one of them. Survivor {@code k} weighs {@code exp(-S_k / (2
 * spread²))}, {@code S_k = ||A(x_k)-y||²}, as if the decoder's own error had that norm.
 */
final class Blend {
  private final double scale;

  /**
   * @param sigma the noise level, which turns a data term into {@code S = 2 sigma² value}
   * @param spread the error that the decoder is taken to have, as a norm over the image
   */
  Blend(double sigma, double spread) {
    this.scale = sigma * sigma / (spread * spread + sigma * sigma);
  }

  /** Replaces each image's estimate by the mean of its survivors. */
  void apply(LatentDescent survivors, Energy likelihood, Estimates estimates) {
    int perImage = survivors.perImage();
    ImageStack means = estimates.images().like();
    for (int i = 0; i < means.count(); i++) {
      average(survivors, i * perImage, perImage, means, i);
    }
    double[] values = likelihood.values(means);
    for (int i = 0; i < means.count(); i++) {
      if (Double.isFinite(values[i])) {
        estimates.replace(i, values[i], means, i);
      }
    }
  }

  private void average(LatentDescent survivors, int from, int count, ImageStack means, int index) {
    double[] values = survivors.values();
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = from; k < from + count; k++) {
      lowest = Math.min(lowest, values[k]);
    }
    double total = 0;
    for (int k = from; k < from + count; k++) {
      total += weight(values[k] - lowest);
    }
    for (int k = from; k < from + count; k++) {
      add(survivors.decoded(), k, weight(values[k] - lowest) / total, means, index);
    }
  }

  private double weight(double excess) {
    return Math.exp(-scale * excess);
  }

  private static void add(
      ImageStack source, int from, double weight, ImageStack target, int index) {
    int size = source.shape().size();
    int at = source.offset(from);
    int to = target.offset(index);
    for (int k = 0; k < size; k++) {
      target.pixels()[to + k] += (float) weight * source.pixels()[at + k];
    }
  }
}
