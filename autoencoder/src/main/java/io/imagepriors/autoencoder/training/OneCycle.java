package io.imagepriors.autoencoder.training;

/**
 * The one-cycle learning rate (Smith and Topin, "Super-convergence", 2018): up from {@code peak /
 * 25} to the peak over the first fifth of all steps, then down to almost nothing, both as half a
 * cosine.
 *
 * @param peak the largest rate
 * @param steps the number of steps of the whole training
 */
record OneCycle(double peak, long steps) {
  private static final double WARM_UP = 0.2;
  private static final double FIRST = 1.0 / 25;
  private static final double LAST = 1e-5;

  /** The rate of a step, counted from 0. */
  double rate(long step) {
    double turn = WARM_UP * steps;
    if (step < turn) {
      return between(FIRST * peak, peak, step / turn);
    }
    return between(peak, LAST * peak, (step - turn) / (steps - turn));
  }

  private static double between(double from, double to, double share) {
    return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
  }
}
