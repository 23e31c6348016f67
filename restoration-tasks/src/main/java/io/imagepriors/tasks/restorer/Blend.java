package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import java.util.Arrays;

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

  /** What a data term is multiplied by before it counts as the logarithm of a weight. */
  double scale() {
    return scale;
  }

  /** How far above the best a data term may lie for its survivor to weigh more than a share. */
  double margin(double share) {
    return -Math.log(share) / scale;
  }

  /** Replaces each image's estimate by the mean of its survivors. */
  void apply(Decoded survivors, Energy likelihood, Estimates estimates) {
    ImageStack means = estimates.images().like();
    average(survivors, means);
    double[] values = likelihood.values(means);
    for (int i = 0; i < means.count(); i++) {
      if (Double.isFinite(values[i])) {
        estimates.replace(i, values[i], means, i);
      }
    }
  }

  private void average(Decoded survivors, ImageStack means) {
    Candidates candidates = survivors.candidates();
    double[] values = survivors.values();
    double[] lowest = new double[means.count()];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    for (int k = 0; k < candidates.count(); k++) {
      lowest[candidates.owner(k)] = Math.min(lowest[candidates.owner(k)], values[k]);
    }
    double[] weights = new double[candidates.count()];
    double[] totals = new double[means.count()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.exp(-scale * (values[k] - lowest[candidates.owner(k)]));
      totals[candidates.owner(k)] += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      int owner = candidates.owner(k);
      add(survivors.images(), k, weights[k] / totals[owner], means, owner);
    }
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
