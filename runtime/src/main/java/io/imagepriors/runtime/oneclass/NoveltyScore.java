package io.imagepriors.runtime.oneclass;

import io.imagepriors.runtime.metric.Mean;

/**
 * How little an image belongs to the class that a prior was trained on: high for what does not.
 * With the {@linkplain BlurredError blurred error} {@code b} of its reconstruction and the mean
 * distance {@code c} of its code to the {@value #NEIGHBOURS} nearest codes of training images, it
 * is {@code b / s_b + c / (2 s_c)}, where {@code s} is the standard deviation of the same number
 * over the training images, each one's own code left out. The formula was fixed on training images
 * alone; docs/decisions.md says how. Immutable.
 */
final class NoveltyScore {
  /** The score in a line, for tables and files. */
  static final String FORMULA =
      "||mean3x3(D(Enc(x)) - x)|| / ||x||, plus half the mean distance of Enc(x) to the "
          + NoveltyScore.NEIGHBOURS
          + " nearest codes of training images, each over its standard deviation there";

  private static final int NEIGHBOURS = 5;
  private static final double WEIGHT = 0.5;

  /** Where all training images are alike, no deviation must be divided by 0. */
  private static final double LEAST_DEVIATION = 1e-9;

  private final Reconstructions training;
  private final double errorScale;
  private final double distanceScale;

  private NoveltyScore(Reconstructions training, double errorScale, double distanceScale) {
    this.training = training;
    this.errorScale = errorScale;
    this.distanceScale = distanceScale;
  }

  /**
   * Learns the scales.
   *
   * @param training what the prior makes of its training images, at least two
   */
  static NoveltyScore fit(Reconstructions training) {
    double[] distances = CodeDistances.ofCodes(training.codes(), NEIGHBOURS);
    return new NoveltyScore(
        training, 1 / deviation(training.blurredErrors()), WEIGHT / deviation(distances));
  }

  /** The score of each image. */
  double[] of(Reconstructions images) {
    double[] scores = CodeDistances.ofPoints(images.codes(), training.codes(), NEIGHBOURS);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = distanceScale * scores[i] + errorScale * images.blurredErrors()[i];
    }
    return scores;
  }

  private static double deviation(double[] values) {
    return Math.max(Mean.of(values).deviation(), LEAST_DEVIATION);
  }
}
