package io.imagepriors.runtime.analysis;

import io.imagepriors.api.CodeStack;

/** Codes by formula. */
final class Codes {
  private Codes() {}

  static CodeStack of(int dimension, double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return CodeStack.wrap(dimension, floats);
  }

  /**
   * 300 codes of three coordinates, crowded near 0. Training's test of its own measure has the same
   * formula.
   */
  static CodeStack crowded() {
    CodeStack codes = CodeStack.zeros(300, 3);
    for (int i = 0; i < 300; i++) {
      for (int k = 0; k < 3; k++) {
        float u = ((i * (6 * k + 7) + 31 * k) % 300 + 0.5f) / 300;
        codes.values()[3 * i + k] = u * u;
      }
    }
    return codes;
  }
}
