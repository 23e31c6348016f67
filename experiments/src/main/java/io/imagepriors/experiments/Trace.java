package io.imagepriors.experiments;

/**
 * What a fit to {@code y = x + n} made of signal and noise, step by step. An output {@code f} is
 * split by least squares into {@code f = a x + b n + rest}: {@code a} and {@code b} are the shares
 * of signal and noise that it holds. A method that can't tell them apart has {@code a = b}.
 */
final class Trace {
  private final float[] x;
  private final float[] noise;
  private final double[] psnr;
  private final double[] signalShare;
  private final double[] noiseShare;
  private final double[] explained;
  private int length;

  Trace(float[] x, float[] noise, int steps) {
    this.x = x;
    this.noise = noise;
    this.psnr = new double[steps];
    this.signalShare = new double[steps];
    this.noiseShare = new double[steps];
    this.explained = new double[steps];
  }

  /** Watches the output after as many steps as were added before. */
  void add(float[] f) {
    double xx = Vectors.dot(x, x);
    double nn = Vectors.dot(noise, noise);
    double xn = Vectors.dot(x, noise);
    double fx = Vectors.dot(f, x);
    double fn = Vectors.dot(f, noise);
    double determinant = xx * nn - xn * xn;
    signalShare[length] = determinant == 0 ? fx / xx : (fx * nn - fn * xn) / determinant;
    noiseShare[length] = determinant == 0 ? 0 : (fn * xx - fx * xn) / determinant;
    float[] y = Vectors.sum(x, noise);
    explained[length] = 1 - Vectors.squaredDistance(f, y) / Vectors.dot(y, y);
    psnr[length] = psnr(Vectors.squaredDistance(f, x));
    length++;
  }

  /** The PSNR of the data as they are. */
  double dataPsnr() {
    return psnr(Vectors.dot(noise, noise));
  }

  /** The PSNR of {@code c y} for the best number {@code c}. */
  double scaledPsnr() {
    float[] y = Vectors.sum(x, noise);
    double xy = Vectors.dot(x, y);
    return psnr(Vectors.dot(x, x) - xy * xy / Vectors.dot(y, y));
  }

  /** The step with the highest PSNR. */
  int peak() {
    int best = 0;
    for (int i = 1; i < length; i++) {
      best = psnr[i] > psnr[best] ? i : best;
    }
    return best;
  }

  int length() {
    return length;
  }

  /** In dB, for a peak value of 1, against the clean signal. */
  double psnr(int step) {
    return psnr[step];
  }

  double signalShare(int step) {
    return signalShare[step];
  }

  double noiseShare(int step) {
    return noiseShare[step];
  }

  /** The share of noise when that of the signal first reaches a level; NaN if it never does. */
  double noiseShareAt(double signalLevel) {
    for (int i = 0; i < length; i++) {
      if (signalShare[i] >= signalLevel) {
        return noiseShare[i];
      }
    }
    return Double.NaN;
  }

  /** The first step that explains a share of the data's energy; {@link #length()} if none does. */
  int stepsToExplain(double share) {
    int step = 0;
    while (step < length && explained[step] < share) {
      step++;
    }
    return step;
  }

  private double psnr(double squaredError) {
    return -10 * Math.log10(squaredError / x.length);
  }
}
