package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Adam (Kingma and Ba, 2015) on flat native arrays, in place: {@code m ← β₁m + (1-β₁)g}, {@code v ←
 * β₂v + (1-β₂)g²}, {@code w ← w - rate · m̂ / (√v̂ + ε)} with the usual correction of the bias,
 * {@code m̂ = m / (1-β₁ᵗ)} and {@code v̂ = v / (1-β₂ᵗ)}. DJL's own optimiser works weight by
 * weight.
 *
 * @param mean the moment m
 * @param square the moment v
 */
record Adam(NDArray mean, NDArray square) {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  /**
   * The moments in Java's memory.
   *
   * @param mean m; only read
   * @param square v; only read
   */
  @SuppressWarnings("ArrayRecordComponent") // large, and never changed once here
  record Moments(float[] mean, float[] square) {

    /** Those of the first step. */
    static Moments zero(int size) {
      return new Moments(new float[size], new float[size]);
    }
  }

  static Adam of(NDManager manager, Moments moments) {
    return new Adam(manager.create(moments.mean()), manager.create(moments.square()));
  }

  /** Copies of the present moments. */
  Moments moments() {
    return new Moments(mean.toFloatArray(), square.toFloatArray());
  }

  /**
   * Moves the weights.
   *
   * @param step the step's number, from 0
   */
  void update(NDArray weights, NDArray gradient, double rate, long step) {
    double meanCorrection = 1 - Math.pow(BETA_1, step + 1.0);
    double squareCorrection = 1 - Math.pow(BETA_2, step + 1.0);
    // New arrays would belong to the manager of the moments and live on: hence the closing.
    try (NDArray first = gradient.mul(1 - BETA_1);
        NDArray second = gradient.square()) {
      mean.muli(BETA_1).addi(first);
      square.muli(BETA_2).addi(second.muli(1 - BETA_2));
    }
    try (NDArray root = square.sqrt()) {
      root.divi(Math.sqrt(squareCorrection)).addi(EPSILON);
      try (NDArray move = mean.div(root)) {
        weights.subi(move.muli(rate / meanCorrection));
      }
    }
  }
}
