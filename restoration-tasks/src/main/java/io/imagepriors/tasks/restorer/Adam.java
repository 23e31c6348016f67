package io.imagepriors.tasks.restorer;

/**
 * Adam: gradient descent with a step per coordinate, scaled by running means of the gradient and of
 * its square (Kingma and Ba, arXiv:1412.6980, algorithm 1). It does not care how the objective is
 * scaled. Not thread-safe; keeps its buffers.
 */
final class Adam {
  private static final float MEAN_DECAY = 0.9f;
  private static final float SQUARE_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final float[] mean;
  private final float[] square;
  private double meanBias = 1;
  private double squareBias = 1;

  /** A fresh descent over that many coordinates. */
  Adam(int length) {
    this.mean = new float[length];
    this.square = new float[length];
  }

  /** Moves {@code x} one step against the gradient. */
  void step(float[] x, float[] gradient, double rate) {
    meanBias *= MEAN_DECAY;
    squareBias *= SQUARE_DECAY;
    float step = (float) (rate / (1 - meanBias));
    float scale = (float) (1 / Math.sqrt(1 - squareBias));
    for (int i = 0; i < mean.length; i++) {
      float g = gradient[i];
      float m = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * g;
      float v = SQUARE_DECAY * square[i] + (1 - SQUARE_DECAY) * g * g;
      mean[i] = m;
      square[i] = v;
      x[i] -= step * m / ((float) Math.sqrt(v) * scale + EPSILON);
    }
  }
}
