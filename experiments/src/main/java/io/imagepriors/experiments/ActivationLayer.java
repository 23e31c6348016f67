package io.imagepriors.experiments;

import java.util.random.RandomGenerator;

/**
 * What an activation does as a layer of a flow, on standard Gaussian points.
 *
 * @param invertibleUnderRelu the share of points at which ReLU's Jacobian has a determinant other
 *     than 0
 * @param leakyLogDeterminant the mean of {@code log |det|} under LeakyReLU
 */
record ActivationLayer(double invertibleUnderRelu, double leakyLogDeterminant) {

  static ActivationLayer measure(int dimension, double slope, int points, RandomGenerator random) {
    int invertible = 0;
    long negatives = 0;
    for (int i = 0; i < points; i++) {
      int negative = 0;
      for (int k = 0; k < dimension; k++) {
        negative += random.nextGaussian() < 0 ? 1 : 0;
      }
      invertible += negative == 0 ? 1 : 0;
      negatives += negative;
    }
    return new ActivationLayer((double) invertible / points, Math.log(slope) * negatives / points);
  }
}
