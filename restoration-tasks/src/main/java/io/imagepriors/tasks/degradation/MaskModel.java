package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Images of which some pixels were not seen. A degraded image holds 0 at missing pixels; what it
 * holds there means nothing and is never used.
 */
final class MaskModel extends PixelwiseModel {
  private final PixelMask seen;
  private final HarmonicFill fill;

  /**
   * @param missing for each place of the grid, row by row, whether it is hidden in all channels
   * @throws InvalidInputException if all or none are hidden
   */
  MaskModel(Shape shape, boolean[] missing, OptionalDouble sigma) {
    this(shape, missing, new PixelMask(shape, weights(shape, missing)), sigma);
  }

  private MaskModel(Shape shape, boolean[] missing, PixelMask seen, OptionalDouble sigma) {
    this(seen, new HarmonicFill(shape, missing), sigma);
  }

  private MaskModel(PixelMask seen, HarmonicFill fill, OptionalDouble sigma) {
    super(seen, sigma);
    this.seen = seen;
    this.fill = fill;
  }

  @Override
  LinearModel withSigma(double level) {
    return new MaskModel(seen, fill, OptionalDouble.of(level));
  }

  /** {@inheritDoc} Missing pixels are 0; the noise of the seen ones does not depend on the mask. */
  @Override
  public ImageStack sample(ImageStack x, RandomGenerator random) {
    ImageStack noisy = super.sample(x, random);
    ImageStack y = noisy.like();
    apply(noisy, y);
    return y;
  }

  @Override
  public Optional<ImageStack> observed() {
    return Optional.of(seen.asImage());
  }

  /** {@inheritDoc} Missing pixels are filled in smoothly from those around them. */
  @Override
  public ImageStack firstEstimate(ImageStack y) {
    y.requireShape(degraded(), "degraded images");
    ImageStack x = y.copy();
    fill.apply(x);
    x.clamp();
    return x;
  }

  private static float[] weights(Shape shape, boolean[] missing) {
    int hidden = 0;
    for (boolean m : missing) {
      hidden += m ? 1 : 0;
    }
    if (hidden == 0 || hidden == missing.length) {
      throw InvalidInputException.of(
          "mask",
          "hide some pixels and leave some",
          hidden + " hidden of the " + missing.length + " of " + shape);
    }
    float[] weights = new float[shape.size()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = missing[k % missing.length] ? 0f : 1f;
    }
    return weights;
  }
}
