package io.imagepriors.autoencoder.training;

import java.nio.FloatBuffer;
import java.util.Arrays;

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

  private final int size;
  private final float[][] mean;
  private final float[][] square;

  /** Copies, since buffers outside of Java's heap are not computed on as fast. */
  private final float[] weightBlock = new float[BLOCK];

  private final float[] gradientBlock = new float[BLOCK];

  private Adam(Moments moments) {
    this.size = moments.mean().length;
    this.mean = blocks(moments.mean());
    this.square = blocks(moments.square());
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
    return new Adam(moments);
  }

  /** Copies of the present moments. */
  Moments moments() {
    return new Moments(flat(mean), flat(square));
  }

  private static float[][] blocks(float[] flat) {
    float[][] blocks = new float[(flat.length + BLOCK - 1) / BLOCK][];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = Arrays.copyOfRange(flat, b * BLOCK, (b + 1) * BLOCK);
    }
    return blocks;
  }

  private float[] flat(float[][] blocks) {
    float[] flat = new float[size];
    for (int b = 0; b < blocks.length; b++) {
      System.arraycopy(blocks[b], 0, flat, b * BLOCK, Math.min(BLOCK, size - b * BLOCK));
    }
    return flat;
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
    int end = start + gradient.limit();
    int at = start;
    while (at < end) {
      int from = at % BLOCK;
      int to = Math.min(BLOCK, from + end - at);
      weights.get(at, weightBlock, from, to - from);
      gradient.get(at - start, gradientBlock, from, to - from);
      int b = at / BLOCK;
      move(weightBlock, gradientBlock, mean[b], square[b], from, to, move, scale);
      weights.put(at, weightBlock, from, to - from);
      at += to - from;
    }
  }

  /** One index for all arrays and none of them a field, or the compiler makes no vectors of it. */
  private static void move(
      float[] w, float[] g, float[] m, float[] v, int from, int to, float move, float scale) {
    for (int i = from; i < to; i++) {
      float first = BETA_1 * m[i] + (1 - BETA_1) * g[i];
      float second = BETA_2 * v[i] + (1 - BETA_2) * (g[i] * g[i]);
      m[i] = first;
      v[i] = second;
      w[i] -= move * first / ((float) Math.sqrt(second) * scale + EPSILON);
    }
  }
}
