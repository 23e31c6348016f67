package io.imagepriors.tasks.degradation;

import java.util.Arrays;

/**
 * A sparse matrix that acts on the rows or on the columns of an image: line {@code i} of the result
 * is a weighted sum of a few lines of the source. Immutable.
 */
final class LineMatrix {
  private final int sources;
  private final int[] starts;
  private final int[] places;
  private final float[] weights;

  /**
   * A matrix by its non-zero weights, row by row; the arrays are taken over.
   *
   * @param sources the number of lines of the source
   * @param starts where the weights of each row start, and behind the last one where they end
   * @param places the source line of each weight
   * @param weights not 0
   */
  LineMatrix(int sources, int[] starts, int[] places, float[] weights) {
    this.sources = sources;
    this.starts = starts;
    this.places = places;
    this.weights = weights;
  }

  /** The matrix with rows and columns swapped. */
  LineMatrix transposed() {
    int[] turned = new int[sources + 1];
    for (int place : places) {
      turned[place + 1]++;
    }
    for (int i = 0; i < sources; i++) {
      turned[i + 1] += turned[i];
    }
    int[] next = turned.clone();
    int[] turnedPlaces = new int[places.length];
    float[] turnedWeights = new float[weights.length];
    for (int i = 0; i < results(); i++) {
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        int slot = next[places[k]]++;
        turnedPlaces[slot] = i;
        turnedWeights[slot] = weights[k];
      }
    }
    return new LineMatrix(results(), turned, turnedPlaces, turnedWeights);
  }

  /** The number of lines of the source. */
  int sources() {
    return sources;
  }

  /** The number of lines of the result. */
  int results() {
    return starts.length - 1;
  }

  /** Overwrites a plane of {@link #results()} rows with the weighted sums of the source's rows. */
  void combineRows(float[] from, int source, int width, float[] to, int target) {
    for (int i = 0; i < results(); i++) {
      int at = target + i * width;
      Arrays.fill(to, at, at + width, 0f);
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        float weight = weights[k];
        int row = source + places[k] * width;
        for (int c = 0; c < width; c++) {
          to[at + c] += weight * from[row + c];
        }
      }
    }
  }

  /** Overwrites a row of {@link #results()} values with the weighted sums of the source's. */
  void combineValues(float[] from, int source, float[] to, int target) {
    for (int i = 0; i < results(); i++) {
      float sum = 0f;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        sum += weights[k] * from[source + places[k]];
      }
      to[target + i] = sum;
    }
  }
}
