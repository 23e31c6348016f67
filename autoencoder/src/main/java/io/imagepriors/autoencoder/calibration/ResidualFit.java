package io.imagepriors.autoencoder.calibration;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Shape;

/**
 * Fits {@link MeasuredResiduals} to the residuals {@code r = x - D(Enc(x))} of images: the variance
 * of each class of pixels, from {@link #add}. Correlations are like {@code exp(-distance² / 2)},
 * over a pixel: with measured ones less was restored of what is missing (docs/decisions.md).
 *
 * <p>A class that few pixels belong to leans on the formula {@code g (d (1 - d) + range² / 4)}
 * ({@code d (1 - d)} for a pixel that is white with probability {@code d}), whose scale {@code g}
 * is fitted to all.
 */
final class ResidualFit {
  /** Fine at the ends, where decoders are sure and most pixels lie. */
  private static final double[] BOUNDS = {
    0.002, 0.01, 0.03, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.97, 0.99
  };

  /** So many pixels count as much as the formula. */
  private static final double BELIEF = 20;

  /** A quarter of a grey level: no pixel is certain. */
  private static final double LEAST_VARIANCE = 1e-6;

  /** Each pixel's own share; it keeps the covariance far from singular. */
  private static final double OWN = 0.05;

  private static final int RADIUS = 2;

  private final LatentSpace space;
  private final double[] counts = new double[(BOUNDS.length + 1) * (BOUNDS.length + 1)];
  private final double[] squares = new double[counts.length];
  private final double[] formula = new double[counts.length];

  ResidualFit(LatentSpace space) {
    this.space = space;
  }

  /** Looks at a batch. */
  void add(ImageStack images) {
    ImageStack decoded = decoded(images);
    int[] classes = DeviationTable.classes(decoded, BOUNDS);
    for (int k = 0; k < classes.length; k++) {
      double residual = images.pixels()[k] - decoded.pixels()[k];
      double d = Math.max(0, Math.min(1, decoded.pixels()[k]));
      double range = typical(classes[k] % (BOUNDS.length + 1));
      counts[classes[k]]++;
      squares[classes[k]] += residual * residual;
      formula[classes[k]] += d * (1 - d) + range * range / 4;
    }
  }

  /** The variances, after all batches. */
  DeviationTable table() {
    return new DeviationTable(BOUNDS, fittedDeviations());
  }

  /** The correlations, for images of a shape. */
  static Correlations correlations(Shape shape) {
    int side = 2 * RADIUS + 1;
    double[] kernel = new double[side * side];
    for (int tap = 0; tap < kernel.length; tap++) {
      int down = tap / side - RADIUS;
      int right = tap % side - RADIUS;
      kernel[tap] = Math.exp(-down * down - right * right);
    }
    return new Correlations(shape, kernel, OWN);
  }

  private double[] fittedDeviations() {
    double total = 0;
    double expected = 0;
    for (int c = 0; c < counts.length; c++) {
      total += squares[c];
      expected += formula[c];
    }
    double scale = expected > 0 ? total / expected : 0;
    double[] deviations = new double[counts.length];
    for (int c = 0; c < counts.length; c++) {
      double mean = counts[c] > 0 ? formula[c] / counts[c] : empty(c);
      double variance = (squares[c] + BELIEF * scale * mean) / (counts[c] + BELIEF);
      deviations[c] = Math.sqrt(variance + LEAST_VARIANCE);
    }
    return deviations;
  }

  /** The formula for a class that no pixel belongs to. */
  private static double empty(int place) {
    double d = typical(place / (BOUNDS.length + 1));
    double range = typical(place % (BOUNDS.length + 1));
    return d * (1 - d) + range * range / 4;
  }

  /** The middle of a row or column of the table. */
  private static double typical(int place) {
    double low = place == 0 ? 0 : BOUNDS[place - 1];
    double high = place == BOUNDS.length ? 1 : BOUNDS[place];
    return (low + high) / 2;
  }

  private ImageStack decoded(ImageStack images) {
    CodeStack codes = CodeStack.zeros(images.count(), space.dimension());
    ImageStack decoded = images.like();
    space.encode(images, codes);
    space.decode(codes, decoded);
    return decoded;
  }
}
