package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import java.util.OptionalDouble;

/** A {@link LinearModel} whose operator keeps or hides each pixel. */
class PixelwiseModel extends LinearModel {
  private final PixelMask mask;

  PixelwiseModel(PixelMask mask, OptionalDouble sigma) {
    super(mask, sigma, mask::apply);
    this.mask = mask;
  }

  @Override
  public final Energy likelihood(ImageStack y) {
    return new PixelwiseLikelihood(mask, sigma(), y);
  }

  @Override
  LinearModel withSigma(double level) {
    return new PixelwiseModel(mask, OptionalDouble.of(level));
  }
}
