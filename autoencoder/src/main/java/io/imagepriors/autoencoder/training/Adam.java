package io.imagepriors.autoencoder.training;

import java.nio.FloatBuffer;

/**
 * Adam (Kingma and Ba, 2015), in place: {@code m ← β₁m + (1-β₁)g}, {@code v ← β₂v + (1-β₂)g²},
 * {@code w ← w - rate · m̂ / (√v̂ + ε)} with the usual correction of the bias, {@code m̂ = m /
 * (1-β₁ᵗ)} and {@code v̂ = v / (1-β₂ᵗ)}.
 *
 * <p>Written as one loop over float32, which goes through memory once: array operators of PyTorch
 * go through it a dozen times, which took a fifth of a training step. For one thread at a time.
 */
final class Adam {
  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  /** Four blocks of so many values stay in the processor's nearest cache. */
  private static final int BLOCK = 2048;

  private final float[] mean;
  private final float[] square;
  private final Block block = new Block();

  private Adam(float[] mean, float[] square) {
    this.mean = mean;
    this.square = square;
  }

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

  /** Goes on from copies of moments. */
  static Adam of(Moments moments) {
    return new Adam(moments.mean().clone(), moments.square().clone());
  }

  /** Copies of the present moments. */
  Moments moments() {
    return new Moments(mean.clone(), square.clone());
  }

  /**
   * Moves some of the weights.
   *
   * @param weights all of them, as many as there are moments; changed in place
   * @param start where those to be moved begin
   * @param gradient from its first value to its last, one value for each weight that is moved
   * @param rate of learning
   * @param step the step's number, from 0
   */
  void update(FloatBuffer weights, int start, FloatBuffer gradient, double rate, long step) {
    float move = (float) (rate / (1 - Math.pow(BETA_1, step + 1.0)));
    float scale = (float) (1 / Math.sqrt(1 - Math.pow(BETA_2, step + 1.0)));
    int count = gradient.limit();
    for (int done = 0; done < count; done += BLOCK) {
      int length = Math.min(BLOCK, count - done);
      int at = start + done;
      weights.get(at, block.w, 0, length);
      gradient.get(done, block.g, 0, length);
      System.arraycopy(mean, at, block.m, 0, length);
      System.arraycopy(square, at, block.v, 0, length);
      move(block.w, block.g, block.m, block.v, length, move, scale);
      weights.put(at, block.w, 0, length);
      System.arraycopy(block.m, 0, mean, at, length);
      System.arraycopy(block.v, 0, square, at, length);
    }
  }

  /** One index for all arrays and none of them a field, or the compiler makes no vectors of it. */
  private static void move(
      float[] w, float[] g, float[] m, float[] v, int length, float move, float scale) {
    for (int i = 0; i < length; i++) {
      float first = BETA_1 * m[i] + (1 - BETA_1) * g[i];
      float second = BETA_2 * v[i] + (1 - BETA_2) * (g[i] * g[i]);
      m[i] = first;
      v[i] = second;
      w[i] -= move * first / ((float) Math.sqrt(second) * scale + EPSILON);
    }
  }

  /** What one block is copied to: buffers outside of Java's heap are not computed on as fast. */
  private static final class Block {
    private final float[] w = new float[BLOCK];
    private final float[] g = new float[BLOCK];
    private final float[] m = new float[BLOCK];
    private final float[] v = new float[BLOCK];
  }
}
