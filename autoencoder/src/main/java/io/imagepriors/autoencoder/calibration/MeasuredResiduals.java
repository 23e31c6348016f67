package io.imagepriors.autoencoder.calibration;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Shape;

/** The residual law of a model file: a {@link DeviationTable} and {@link Correlations}. */
final class MeasuredResiduals implements ResidualLaw {
  private final Shape shape;
  private final DeviationTable table;
  private final Correlations correlations;

  MeasuredResiduals(Shape shape, DeviationTable table, Correlations correlations) {
    this.shape = shape;
    this.table = table;
    this.correlations = correlations;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public void deviations(ImageStack decoded, ImageStack deviations) {
    decoded.requireShape(shape, "decoded images");
    deviations.requireSameSize(decoded, "deviations");
    table.deviations(decoded, deviations);
  }

  @Override
  public Shape white() {
    return correlations.white();
  }

  @Override
  public void correlate(ImageStack white, ImageStack residuals) {
    requireFitting(white, residuals);
    correlations.apply(white, residuals);
  }

  @Override
  public void correlateAdjoint(ImageStack residuals, ImageStack white) {
    requireFitting(white, residuals);
    correlations.applyAdjoint(residuals, white);
  }

  private void requireFitting(ImageStack white, ImageStack residuals) {
    residuals.requireShape(shape, "residuals");
    white.requireShape(white(), "white noise");
    if (white.count() != residuals.count()) {
      throw InvalidInputException.of(
          "white noise", "be of as many images as residuals: " + residuals.count(), white.count());
    }
  }
}
