package io.imagepriors.autoencoder.export;

/** Euclidean lengths, summed in double precision. */
final class Norms {
  private Norms() {}

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  static double norm(float[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** Divides by the length, unless it is 0, and gives it. */
  static double normalise(float[] a) {
    double norm = norm(a);
    for (int i = 0; norm > 0 && i < a.length; i++) {
      a[i] = (float) (a[i] / norm);
    }
    return norm;
  }
}
