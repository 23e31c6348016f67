package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import java.util.Arrays;

/**
 * The median over a square window, of those of its pixels that are inside the image (Tukey,
 * Exploratory Data Analysis, 1977). The window grows with the noise: up to {@value #FAINT} the
 * image stays as it is, beyond {@value #STRONG} it is 5x5, else 3x3.
 */
final class MedianFilter implements ImageFilter {
  private static final double FAINT = 0.06;
  private static final double STRONG = 0.35;

  @Override
  public void apply(ImageStack images, double sigma, ImageStack result) {
    int reach = sigma <= FAINT ? 0 : sigma <= STRONG ? 1 : 2;
    int width = images.shape().width();
    int plane = images.shape().height() * width;
    float[] window = new float[(2 * reach + 1) * (2 * reach + 1)];
    for (int k = 0; k < images.pixels().length; k++) {
      int from = k - k % plane;
      result.pixels()[k] = median(images, from, k - from, reach, window);
    }
  }

  private static float median(ImageStack images, int from, int place, int reach, float[] window) {
    int width = images.shape().width();
    int row = place / width;
    int column = place % width;
    int lastRow = Math.min(images.shape().height() - 1, row + reach);
    int lastColumn = Math.min(width - 1, column + reach);
    int count = 0;
    for (int r = Math.max(0, row - reach); r <= lastRow; r++) {
      for (int c = Math.max(0, column - reach); c <= lastColumn; c++) {
        window[count++] = images.pixels()[from + r * width + c];
      }
    }
    Arrays.sort(window, 0, count);
    return (window[(count - 1) / 2] + window[count / 2]) / 2;
  }
}
