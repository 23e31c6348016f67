package io.imagepriors.runtime.metric;

import io.imagepriors.api.InvalidInputException;

/**
 * A mean with its uncertainty.
 *
 * @param value the mean
 * @param error its standard error {@code s / sqrt(n)}, with the unbiased {@code s}; 0 for one value
 * @param count how many values
 */
public record Mean(double value, double error, int count) {

  /**
   * The mean of some numbers.
   *
   * @throws InvalidInputException if there is none
   */
  public static Mean of(double[] values) {
    if (values.length == 0) {
      throw InvalidInputException.of("a mean", "be taken over at least one value", 0);
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    int n = values.length;
    return new Mean(mean, n == 1 ? 0 : Math.sqrt(squares / (n - 1) / n), n);
  }

  /** The unbiased standard deviation {@code s}; 0 for one value. */
  public double deviation() {
    return error * Math.sqrt(count);
  }
}
