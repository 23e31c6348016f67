package io.imagepriors.conformance;

/** Sums over float32 arrays in double precision, so that what is compared is the plug-in's work. */
final class Vectors {
  private Vectors() {}

  /** {@code <a, b>}. */
  static double dot(float[] a, float[] b) {
    return dots(a, b)[0];
  }

  /** {@code <a_i, b>} for each part {@code a_i} of {@code a} that is as long as {@code b}. */
  static double[] dots(float[] a, float[] b) {
    double[] products = new double[a.length / b.length];
    for (int i = 0; i < a.length; i++) {
      products[i / b.length] += (double) a[i] * b[i % b.length];
    }
    return products;
  }

  /** The Euclidean length. */
  static double norm(float[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** The Euclidean distance. */
  static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
