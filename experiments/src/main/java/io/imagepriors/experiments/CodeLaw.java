package io.imagepriors.experiments;

import java.util.random.RandomGenerator;

/** Laws of codes in the cube [0, 1]^d, all but one of them with uniform coordinates. */
enum CodeLaw {
  UNIFORM("uniform") {
    @Override
    void draw(double[] code, RandomGenerator random) {
      fill(code, random);
    }
  },
  BLOB("a blob in the middle") {
    @Override
    void draw(double[] code, RandomGenerator random) {
      for (int k = 0; k < code.length; k++) {
        code[k] = 1 / (1 + Math.exp(-0.8 * random.nextGaussian()));
      }
    }
  },
  PAIRS("coordinates equal in pairs") {
    @Override
    void draw(double[] code, RandomGenerator random) {
      fill(code, random);
      for (int k = 1; k < code.length; k += 2) {
        code[k] = code[k - 1];
      }
    }
  },
  FOLDED_PAIRS("pairs (u, |2u - 1|)") {
    @Override
    void draw(double[] code, RandomGenerator random) {
      fill(code, random);
      for (int k = 1; k < code.length; k += 2) {
        code[k] = Math.abs(2 * code[k - 1] - 1);
      }
    }
  },
  TRIPLES("triples (u, v, u + v mod 1)") {
    @Override
    void draw(double[] code, RandomGenerator random) {
      fill(code, random);
      for (int k = 2; k < code.length; k += 3) {
        code[k] = (code[k - 1] + code[k - 2]) % 1;
      }
    }
  };

  private final String title;

  CodeLaw(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Codes, one row each. */
  double[][] draw(int count, int dimension, RandomGenerator random) {
    double[][] codes = new double[count][dimension];
    for (double[] code : codes) {
      draw(code, random);
    }
    return codes;
  }

  abstract void draw(double[] code, RandomGenerator random);

  private static void fill(double[] code, RandomGenerator random) {
    for (int k = 0; k < code.length; k++) {
      code[k] = random.nextDouble();
    }
  }
}
