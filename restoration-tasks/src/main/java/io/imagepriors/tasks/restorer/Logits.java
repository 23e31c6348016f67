package io.imagepriors.tasks.restorer;

/**
 * Coordinates in which the open cube of codes has no walls: {@code z = 1 / (1 + exp(-u))}. Logits
 * {@code u} stay within ±6, where the slope {@code dz/du = z (1 - z)} has not yet vanished.
 */
final class Logits {
  private static final float BOUND = 6f;

  private Logits() {}

  /** Writes the logits of codes in [0, 1]. */
  static void ofCodes(float[] codes, float[] logits) {
    for (int i = 0; i < codes.length; i++) {
      logits[i] = (float) Math.log(codes[i] / (1.0 - codes[i]));
    }
    clip(logits);
  }

  /** Moves logits into their bounds; NaN becomes 0, the middle of the cube. */
  static void clip(float[] logits) {
    for (int i = 0; i < logits.length; i++) {
      float u = logits[i];
      logits[i] = Float.isNaN(u) ? 0f : Math.max(-BOUND, Math.min(BOUND, u));
    }
  }

  /** Writes the codes of logits. */
  static void toCodes(float[] logits, float[] codes) {
    for (int i = 0; i < logits.length; i++) {
      codes[i] = (float) (1 / (1 + Math.exp(-logits[i])));
    }
  }

  /** Turns a gradient with respect to codes, in place, into one with respect to logits. */
  static void chain(float[] codes, float[] gradient) {
    for (int i = 0; i < codes.length; i++) {
      gradient[i] *= codes[i] * (1 - codes[i]);
    }
  }
}
