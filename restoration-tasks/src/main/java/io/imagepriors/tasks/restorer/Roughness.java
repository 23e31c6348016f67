package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;

/**
 * How rough an image is: {@code xᵀ L^k x}, {@code L} being the Laplacian of the grid, {@code (L
 * x)_i = sum over the neighbours j above, below, left and right of (x_i - x_j)}. Order 1 is the sum
 * of squared differences of neighbours, whose minimisers are harmonic; order 2 is {@code ||L x||²},
 * whose minimisers are biharmonic, like a bent plate. Nothing is known beyond the border, so there
 * it costs nothing. Symmetric and positive semidefinite.
 *
 * @param order {@code k}, 1 or 2
 */
record Roughness(int order) {

  /** Writes {@code L^k x}. */
  void apply(ImageStack x, ImageStack result) {
    laplacian(x, result);
    for (int k = 1; k < order; k++) {
      laplacian(result.copy(), result);
    }
  }

  private static void laplacian(ImageStack x, ImageStack result) {
    int width = x.shape().width();
    int height = x.shape().height();
    float[] from = x.pixels();
    float[] to = result.pixels();
    for (int k = 0; k < from.length; k++) {
      int column = k % width;
      int row = k / width % height;
      float left = column > 0 ? from[k] - from[k - 1] : 0f;
      float right = column < width - 1 ? from[k] - from[k + 1] : 0f;
      float above = row > 0 ? from[k] - from[k - width] : 0f;
      float below = row < height - 1 ? from[k] - from[k + width] : 0f;
      to[k] = left + right + above + below;
    }
  }
}
