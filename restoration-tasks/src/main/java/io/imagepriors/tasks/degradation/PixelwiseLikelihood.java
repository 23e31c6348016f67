package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;

/**
 * {@code ||W x - W y||² / (2 sigma²)} for a diagonal {@code W} of zeros and ones, and its gradient
 * {@code W (x - y) / sigma²}: what a degraded image holds where {@code W} is 0 plays no part.
 * Computed in one pass over the pixels, without a buffer. Immutable and thread-safe.
 */
final class PixelwiseLikelihood implements Energy {
  private final PixelMask mask;
  private final double precision;
  private final ImageStack seen;

  PixelwiseLikelihood(PixelMask mask, double sigma, ImageStack y) {
    y.requireShape(mask.range(), "degraded images");
    y.requireFinite("degraded images");
    this.mask = mask;
    this.precision = 1 / (sigma * sigma);
    this.seen = y.like();
    mask.apply(y, seen);
  }

  @Override
  public Shape shape() {
    return mask.domain();
  }

  @Override
  public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
    requireCounterparts(x);
    gradient.requireSameSize(x, "gradient");
    if (values.length < x.count()) {
      throw InvalidInputException.of(
          "values", "have a place for each of " + x.count() + " images", values.length);
    }
    float scale = (float) precision;
    for (int i = 0; i < x.count(); i++) {
      int at = x.offset(i);
      double sum =
          mask.squaredResidual(
              x.pixels(), at, seen.pixels(), counterpart(at), scale, gradient.pixels());
      values[i] = sum * precision / 2;
    }
  }

  @Override
  public double[] values(ImageStack x) {
    requireCounterparts(x);
    double[] values = new double[x.count()];
    for (int i = 0; i < values.length; i++) {
      int at = x.offset(i);
      double sum = mask.squaredResidual(x.pixels(), at, seen.pixels(), counterpart(at));
      values[i] = sum * precision / 2;
    }
    return values;
  }

  private int counterpart(int at) {
    return seen.count() == 1 ? 0 : at;
  }

  private void requireCounterparts(ImageStack x) {
    x.requireShape(shape(), "images");
    if (seen.count() != 1 && seen.count() != x.count()) {
      throw InvalidInputException.of(
          "images", "be as many as the degraded " + seen.count(), x.count());
    }
  }
}
