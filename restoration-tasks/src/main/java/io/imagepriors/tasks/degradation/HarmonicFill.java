package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/**
 * Fills missing pixels so that each is the mean of its neighbours above, below, left and right
 * (those inside the image): the discrete Laplace equation with the seen pixels as boundary values,
 * solved by successive over-relaxation. Immutable and thread-safe.
 */
final class HarmonicFill {
  private static final int SWEEPS = 200;
  private static final float RELAXATION = 1.7f;

  /** Far below what an eye or a solver that starts from here would notice. */
  private static final float TOLERANCE = 1e-3f;

  private final Shape shape;
  private final boolean[] missing;

  /** A fill of the missing places of a grid, given row by row; at least one place is seen. */
  HarmonicFill(Shape shape, boolean[] missing) {
    this.shape = shape;
    this.missing = missing.clone();
  }

  /** Overwrites the missing pixels of each image. */
  void apply(ImageStack images) {
    int plane = missing.length;
    for (int from = 0; from < images.pixels().length; from += plane) {
      startAtMean(images.pixels(), from);
      int sweep = 0;
      while (sweep < SWEEPS && relax(images.pixels(), from) > TOLERANCE) {
        sweep++;
      }
    }
  }

  private void startAtMean(float[] pixels, int from) {
    double sum = 0;
    int seen = 0;
    for (int k = 0; k < missing.length; k++) {
      if (!missing[k]) {
        sum += pixels[from + k];
        seen++;
      }
    }
    for (int k = 0; k < missing.length; k++) {
      if (missing[k]) {
        pixels[from + k] = (float) (sum / seen);
      }
    }
  }

  /** One sweep over a plane; gives the largest change. */
  private float relax(float[] pixels, int from) {
    int width = shape.width();
    float largest = 0f;
    for (int k = 0; k < missing.length; k++) {
      if (missing[k]) {
        float change = RELAXATION * (meanOfNeighbours(pixels, from, k, width) - pixels[from + k]);
        pixels[from + k] += change;
        largest = Math.max(largest, Math.abs(change));
      }
    }
    return largest;
  }

  private float meanOfNeighbours(float[] pixels, int from, int k, int width) {
    int column = k % width;
    float sum = 0f;
    int neighbours = 0;
    if (k >= width) {
      sum += pixels[from + k - width];
      neighbours++;
    }
    if (k + width < missing.length) {
      sum += pixels[from + k + width];
      neighbours++;
    }
    if (column > 0) {
      sum += pixels[from + k - 1];
      neighbours++;
    }
    if (column < width - 1) {
      sum += pixels[from + k + 1];
      neighbours++;
    }
    return sum / neighbours;
  }
}
