package org.example.mixture;

/**
 * One Gaussian whose covariance {@code S} has the inverse {@code P - U U'} with a diagonal {@code
 * P} and few columns {@code U}; see {@link ClassFit} for where they come from. Immutable.
 */
final class Component {
  private final double logPeak;
  private final float[] mean;
  private final float[] precisions;
  private final float[][] columns;

  /**
   * Takes the arrays over.
   *
   * @param logPeak the logarithm of the weighted density at the mean
   * @param mean the mean {@code m}
   * @param precisions the diagonal of {@code P}
   * @param columns of {@code U}
   */
  Component(double logPeak, float[] mean, float[] precisions, float[][] columns) {
    this.logPeak = logPeak;
    this.mean = mean;
    this.precisions = precisions;
    this.columns = columns;
  }

  double logPeak() {
    return logPeak;
  }

  /**
   * Gives {@code r' S^-1 r / 2 = (r' P r - |U' r|^2) / 2} with {@code r = x - m}.
   *
   * @param from where the image starts in {@code pixels}
   * @param products overwritten with {@code U' r}
   */
  double distance(float[] pixels, int from, float[] products) {
    float[] r = new float[mean.length];
    double sum = 0;
    for (int k = 0; k < r.length; k++) {
      r[k] = pixels[from + k] - mean[k];
      sum += precisions[k] * r[k] * r[k];
    }
    for (int j = 0; j < columns.length; j++) {
      products[j] = dot(columns[j], r);
      sum -= products[j] * products[j];
    }
    return sum / 2;
  }

  /** Four sums at once, since one would wait for each addition to end before the next. */
  private static float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int k = 0;
    for (; k + 3 < a.length; k += 4) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < a.length; k++) {
      s0 += a[k] * b[k];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Adds {@code factor S^-1 r}, given the products that {@link #distance} wrote. */
  void addGradient(float[] pixels, int at, float[] products, float factor, float[] gradient) {
    for (int k = 0; k < mean.length; k++) {
      gradient[at + k] += factor * precisions[k] * (pixels[at + k] - mean[k]);
    }
    for (int j = 0; j < columns.length; j++) {
      float share = factor * products[j];
      float[] u = columns[j];
      for (int k = 0; k < u.length; k++) {
        gradient[at + k] -= share * u[k];
      }
    }
  }
}
