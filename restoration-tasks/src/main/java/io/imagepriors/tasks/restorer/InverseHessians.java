package io.imagepriors.tasks.restorer;

import java.util.Arrays;

/**
 * Estimates {@code H} of the inverse Hessians of many points, as BFGS learns them from steps
 * (Nocedal and Wright, Numerical Optimization, 2nd edition, formula 6.17).
 */
final class InverseHessians {
  private final int dimension;
  private final double[] values;
  private final double[] product;

  /** Matrices of zeros. */
  InverseHessians(int count, int dimension) {
    this.dimension = dimension;
    this.values = new double[Math.multiplyExact(count, dimension * dimension)];
    this.product = new double[dimension];
  }

  /** Takes over a matrix of others. */
  void copy(int point, InverseHessians others, int from) {
    int size = dimension * dimension;
    System.arraycopy(others.values, from * size, values, point * size, size);
  }

  /** Makes a point's matrix a multiple of the identity. */
  void set(int point, double diagonal) {
    int from = point * dimension * dimension;
    Arrays.fill(values, from, from + dimension * dimension, 0);
    for (int i = 0; i < dimension; i++) {
      values[from + i * (dimension + 1)] = diagonal;
    }
  }

  /**
   * Learns from a step.
   *
   * @param step {@code s}
   * @param change {@code y}, that of the gradient
   * @param bend {@code <s, y>}, positive
   */
  void update(int point, double[] step, double[] change, double bend) {
    int from = point * dimension * dimension;
    double quadratic = 0;
    for (int i = 0, at = from; i < dimension; i++, at += dimension) {
      double sum = 0;
      for (int j = 0; j < dimension; j++) {
        sum += values[at + j] * change[j];
      }
      product[i] = sum;
      quadratic += sum * change[i];
    }
    double weight = (1 + quadratic / bend) / bend;
    for (int i = 0, at = from; i < dimension; i++) {
      for (int j = 0; j < dimension; j++, at++) {
        values[at] +=
            weight * step[i] * step[j] - (product[i] * step[j] + step[i] * product[j]) / bend;
      }
    }
  }

  /**
   * Writes the step {@code -H g} of a point.
   *
   * @param gradients {@code g} of all points, one after the other
   * @return the slope along it
   */
  double newtonStep(int point, float[] gradients, double[] step) {
    int from = point * dimension;
    double slope = 0;
    for (int i = 0, at = from * dimension; i < dimension; i++, at += dimension) {
      double sum = 0;
      for (int j = 0; j < dimension; j++) {
        sum -= values[at + j] * gradients[from + j];
      }
      step[i] = sum;
      slope += sum * gradients[from + i];
    }
    return slope;
  }
}
