package io.imagepriors.tasks.restorer;

/**
 * A step size that falls from {@code peak} to 0 like half a cosine: {@code rate(t) = peak (1 +
 * cos(π t / steps)) / 2} (Loshchilov and Hutter, arXiv:1608.03983, without restarts).
 *
 * @param peak the step size of step 0
 * @param steps the number of steps
 */
record CosineDecay(double peak, int steps) {

  /** The step size of a step, counted from 0. */
  double rate(int step) {
    return peak * (1 + Math.cos(Math.PI * step / steps)) / 2;
  }
}
