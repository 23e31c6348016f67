package io.imagepriors.runtime.metric;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;

/**
 * Structural similarity (Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment: from error
 * visibility to structural similarity", 2004), in [-1, 1], 1 for equal images:
 *
 * <pre>{@code
 *          (2 μx μy + C1) (2 σxy + C2)
 * SSIM = --------------------------------- ,   C1 = .01², C2 = .03²
 *        (μx² + μy² + C1) (σx² + σy² + C2)
 * }</pre>
 *
 * <p>averaged over all places where a window of 11x11 pixels lies inside the image, and over
 * channels. Means, variances and the covariance are weighted by a Gaussian of deviation 1.5 over
 * the window. Values are clamped to [0, 1], as any picture file would. Stateless.
 */
public final class Ssim {
  private static final int SIDE = 11;
  private static final double DEVIATION = 1.5;
  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;
  private static final double[] WINDOW = window();

  private Ssim() {}

  /** Whether images of a shape are as large as the window. */
  public static boolean fits(Shape shape) {
    return shape.height() >= SIDE && shape.width() >= SIDE;
  }

  /**
   * The similarity of one image to the truth.
   *
   * @param images images of the truth's count and shape
   * @param truth the clean images
   * @param index which image
   * @throws InvalidInputException if a side is shorter than the window
   */
  public static double of(ImageStack images, ImageStack truth, int index) {
    images.requireSameSize(truth, "images to compare");
    Shape shape = truth.shape();
    if (!fits(shape)) {
      throw InvalidInputException.of(
          "images for SSIM", "have sides of " + SIDE + " or more", shape);
    }
    double sum = 0;
    int plane = shape.height() * shape.width();
    for (int channel = 0; channel < shape.channels(); channel++) {
      int from = truth.offset(index) + channel * plane;
      sum += plane(values(images, from, plane), values(truth, from, plane), shape.width());
    }
    return sum / shape.channels();
  }

  private static double[] values(ImageStack images, int from, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      float value = images.pixels()[from + i];
      values[i] = value >= 0f ? Math.min(value, 1f) : 0;
    }
    return values;
  }

  private static double plane(double[] x, double[] y, int width) {
    double[] meanX = smoothed(x, width);
    double[] meanY = smoothed(y, width);
    double[] meanXx = smoothed(products(x, x), width);
    double[] meanYy = smoothed(products(y, y), width);
    double[] meanXy = smoothed(products(x, y), width);
    double sum = 0;
    for (int i = 0; i < meanX.length; i++) {
      double xy = meanX[i] * meanY[i];
      double squares = meanX[i] * meanX[i] + meanY[i] * meanY[i];
      double variances = meanXx[i] + meanYy[i] - squares;
      sum += (2 * xy + C1) * (2 * (meanXy[i] - xy) + C2) / ((squares + C1) * (variances + C2));
    }
    return sum / meanX.length;
  }

  private static double[] products(double[] a, double[] b) {
    double[] products = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      products[i] = a[i] * b[i];
    }
    return products;
  }

  /** The weighted mean in each window, row by row and then column by column. */
  private static double[] smoothed(double[] values, int width) {
    int height = values.length / width;
    int columns = width - SIDE + 1;
    double[] narrow = new double[height * columns];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = weighted(values, i / columns * width + i % columns, 1);
    }
    double[] result = new double[(height - SIDE + 1) * columns];
    for (int i = 0; i < result.length; i++) {
      result[i] = weighted(narrow, i, columns);
    }
    return result;
  }

  private static double weighted(double[] values, int from, int stride) {
    double sum = 0;
    for (int k = 0; k < SIDE; k++) {
      sum += WINDOW[k] * values[from + k * stride];
    }
    return sum;
  }

  private static double[] window() {
    double[] weights = new double[SIDE];
    double sum = 0;
    for (int k = 0; k < SIDE; k++) {
      double distance = (k - SIDE / 2) / DEVIATION;
      weights[k] = Math.exp(-distance * distance / 2);
      sum += weights[k];
    }
    for (int k = 0; k < SIDE; k++) {
      weights[k] /= sum;
    }
    return weights;
  }
}
