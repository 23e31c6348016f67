package io.imagepriors.tasks.restorer;

/** Weights that sum to 1. */
final class Weights {
  private Weights() {}

  /** From logarithms, which may share any constant. What is not a number weighs nothing. */
  static double[] ofLogarithms(double[] logarithms) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : logarithms) {
      most = Double.isNaN(value) ? most : Math.max(most, value);
    }
    double[] weights = new double[logarithms.length];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double weight = Math.exp(logarithms[k] - most);
      weights[k] = Double.isNaN(weight) ? 0 : weight;
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] = sum > 0 ? weights[k] / sum : 1.0 / weights.length;
    }
    return weights;
  }

  /** The index at which the running sum passes a number in [0, 1). */
  static int draw(double[] weights, double number) {
    double sum = 0;
    for (int k = 0; k < weights.length - 1; k++) {
      sum += weights[k];
      if (number < sum) {
        return k;
      }
    }
    return weights.length - 1;
  }
}
