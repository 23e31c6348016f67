package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Gaussian noise with the correlations {@code R = .95 G + .05 I} of {@link Smoothing}: {@code
 * sqrt(.95) L_h W L_wᵀ + sqrt(.05) W'} for every plane, {@code W} and {@code W'} white, {@code L_h}
 * and {@code L_w} the Cholesky factors of {@code G} along columns and rows.
 */
final class CorrelatedNoise {
  /** Long correlations make {@code G} singular but for rounding; this is far below the .05. */
  private static final double FLOOR = 1e-4;

  private final Shape shape;
  private final double[][] alongHeight;
  private final double[][] alongWidth;

  CorrelatedNoise(Shape shape, double length) {
    Smoothing smoothing = new Smoothing(shape, length);
    this.shape = shape;
    this.alongHeight = Cholesky.of(smoothing.alongAxis(shape.height()), FLOOR).lower();
    this.alongWidth = Cholesky.of(smoothing.alongAxis(shape.width()), FLOOR).lower();
  }

  /** Overwrites every image with noise from its own source. */
  void draw(ImageStack images, List<? extends RandomGenerator> randoms) {
    int plane = shape.height() * shape.width();
    for (int i = 0; i < images.count(); i++) {
      int to = images.offset(i) + shape.size();
      for (int from = images.offset(i); from < to; from += plane) {
        drawPlane(images.pixels(), from, randoms.get(i));
      }
    }
  }

  private void drawPlane(float[] pixels, int from, RandomGenerator random) {
    double[][] rows = new double[shape.height()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = times(alongWidth, white(random));
    }
    double shared = Math.sqrt(Smoothing.SHARED);
    double own = Math.sqrt(1 - Smoothing.SHARED);
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < shape.width(); column++) {
        double sum = 0;
        for (int k = 0; k <= row; k++) {
          sum += alongHeight[row][k] * rows[k][column];
        }
        pixels[from + row * shape.width() + column] =
            (float) (shared * sum + own * random.nextGaussian());
      }
    }
  }

  private double[] white(RandomGenerator random) {
    return IntStream.range(0, shape.width()).mapToDouble(k -> random.nextGaussian()).toArray();
  }

  private static double[] times(double[][] lower, double[] white) {
    double[] product = new double[white.length];
    for (int i = 0; i < white.length; i++) {
      for (int k = 0; k <= i; k++) {
        product[i] += lower[i][k] * white[k];
      }
    }
    return product;
  }
}
