package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Shape;

/**
 * The residual law of a prior that says none: the deviations of {@link LocalVariance}, the
 * correlations of {@link Smoothing}.
 */
final class FormulaResiduals implements ResidualLaw {
  private final Shape shape;
  private final double scale;
  private final Smoothing smoothing;

  /**
   * @param scale of the variance; 1 if decoded values were plain probabilities, less for a decoder
   *     that knows more
   * @param length of the correlations, in pixels
   */
  FormulaResiduals(Shape shape, double scale, double length) {
    this.shape = shape;
    this.scale = scale;
    this.smoothing = new Smoothing(shape, length);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public void deviations(ImageStack decoded, ImageStack deviations) {
    LocalVariance.deviations(decoded, scale, deviations);
  }

  @Override
  public Shape white() {
    return smoothing.white();
  }

  @Override
  public void correlate(ImageStack white, ImageStack residuals) {
    smoothing.apply(white, residuals);
  }

  @Override
  public void correlateAdjoint(ImageStack residuals, ImageStack white) {
    smoothing.applyAdjoint(residuals, white);
  }
}
