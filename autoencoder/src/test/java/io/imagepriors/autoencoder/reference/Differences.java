package io.imagepriors.autoencoder.reference;

/** How far two arrays are apart. */
public final class Differences {
  private Differences() {}

  /** The largest difference of two values at one place; NaN if there is one. */
  public static double largest(float[] a, float[] b) {
    double largest = a.length == b.length ? 0 : Double.NaN;
    for (int i = 0; i < a.length && !Double.isNaN(largest); i++) {
      double difference = Math.abs((double) a[i] - b[i]);
      largest = difference <= largest ? largest : difference;
    }
    return largest;
  }
}
