package io.imagepriors.tasks.degradation;

/**
 * The rows of a dense matrix, for weighted sums of them. Sums run along rows, which the JVM turns
 * into vector instructions where all arrays are read from their start: hence an array per row. A
 * product with the matrix itself is a sum of the rows of {@link #transposed()}.
 *
 * @param rows at least one, all of one length; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never changed once here
record DenseRows(float[][] rows) {
  /** Rows that are added at once: each sum is then loaded and stored a quarter as often. */
  private static final int AT_ONCE = 4;

  /** The length of a row. */
  int width() {
    return rows[0].length;
  }

  /** The matrix with rows and columns swapped, a copy. */
  DenseRows transposed() {
    float[][] turned = new float[width()][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < turned.length; j++) {
        turned[j][i] = rows[i][j];
      }
    }
    return new DenseRows(turned);
  }

  /**
   * Adds {@code sum_k weights[from + k] row_k} to {@code target}, of a row's length. Rows of weight
   * 0, of which black pixels have many, cost nothing where four in turn are.
   */
  void addSum(float[] weights, int from, float[] target) {
    int k = 0;
    for (; k <= rows.length - AT_ONCE; k += AT_ONCE) {
      float a = weights[from + k];
      float b = weights[from + k + 1];
      float c = weights[from + k + 2];
      float d = weights[from + k + 3];
      if (a != 0 || b != 0 || c != 0 || d != 0) {
        add(a, rows[k], b, rows[k + 1], c, rows[k + 2], d, rows[k + 3], target);
      }
    }
    for (; k < rows.length; k++) {
      add(weights[from + k], rows[k], target);
    }
  }

  private static void add(float a, float[] row, float[] target) {
    for (int j = 0; j < target.length; j++) {
      target[j] += a * row[j];
    }
  }

  private static void add(
      float a,
      float[] first,
      float b,
      float[] second,
      float c,
      float[] third,
      float d,
      float[] fourth,
      float[] target) {
    for (int j = 0; j < target.length; j++) {
      target[j] += a * first[j] + b * second[j] + (c * third[j] + d * fourth[j]);
    }
  }
}
