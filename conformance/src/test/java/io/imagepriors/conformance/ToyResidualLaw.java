package io.imagepriors.conformance;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Shape;
import java.util.Arrays;

/**
 * A right law, in which each residual is {@code 0.6 w_k + 0.8 w_(k+1)} of white noise, around the
 * end of an image; or the same with one fault.
 */
final class ToyResidualLaw implements ResidualLaw {
  private static final float HERE = 0.6f;
  private static final float NEXT = 0.8f;

  private final ToyPrior.Fault fault;

  ToyResidualLaw(ToyPrior.Fault fault) {
    this.fault = fault;
  }

  @Override
  public Shape shape() {
    return ToyPrior.SHAPE;
  }

  @Override
  public void deviations(ImageStack decoded, ImageStack deviations) {
    for (int k = 0; k < decoded.pixels().length; k++) {
      float value = decoded.pixels()[k];
      deviations.pixels()[k] = 0.1f + Math.max(0, value * (1 - value));
    }
    if (fault == ToyPrior.Fault.KNOWS_A_RESIDUAL_EXACTLY) {
      deviations.pixels()[0] = 0;
    }
  }

  @Override
  public void correlate(ImageStack white, ImageStack residuals) {
    for (int k = 0; k < white.pixels().length; k++) {
      float sum = HERE * white.pixels()[k] + NEXT * white.pixels()[next(k)];
      residuals.pixels()[k] = scale() * sum;
    }
  }

  @Override
  public void correlateAdjoint(ImageStack residuals, ImageStack white) {
    Arrays.fill(white.pixels(), 0);
    for (int k = 0; k < residuals.pixels().length; k++) {
      float value = scale() * residuals.pixels()[k];
      white.pixels()[k] += HERE * value;
      int other = fault == ToyPrior.Fault.WRONG_RESIDUAL_ADJOINT ? k : next(k);
      white.pixels()[other] += NEXT * value;
    }
  }

  private float scale() {
    return fault == ToyPrior.Fault.RESIDUALS_TOO_LARGE ? 1.1f : 1;
  }

  private static int next(int k) {
    int size = ToyPrior.SHAPE.size();
    return k / size * size + (k + 1) % size;
  }
}
