package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/** A linear operator followed by white Gaussian noise: {@code y = A x + sigma n}. */
class LinearModel implements ForwardModel {
  private final LinearOperator operator;
  private final OptionalDouble sigma;
  private final BiConsumer<ImageStack, ImageStack> start;

  /**
   * @param sigma the noise's deviation, empty where a degraded image shall tell it
   * @param start makes rough clean images of degraded ones, its first argument, by overwriting its
   *     second; they need not be in [0, 1]
   */
  LinearModel(
      LinearOperator operator, OptionalDouble sigma, BiConsumer<ImageStack, ImageStack> start) {
    this.operator = operator;
    this.sigma = sigma;
    this.start = start;
  }

  @Override
  public final Shape clean() {
    return operator.domain();
  }

  @Override
  public final Shape degraded() {
    return operator.range();
  }

  @Override
  public final double sigma() {
    return sigma.orElseThrow(
        () ->
            new InvalidInputException(
                "sigma=auto is for restoring an image: to simulate noise, give a number"));
  }

  @Override
  public final ForwardModel fittedTo(ImageStack y) {
    if (sigma.isPresent()) {
      return this;
    }
    y.requireShape(degraded(), "degraded images");
    y.requireFinite("degraded images");
    return withSigma(NoiseEstimate.of(y, measured()));
  }

  /** The same with another level of noise. */
  LinearModel withSigma(double level) {
    return new LinearModel(operator, OptionalDouble.of(level), start);
  }

  @Override
  public final void apply(ImageStack x, ImageStack y) {
    operator.apply(x, y);
  }

  @Override
  public final void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
    gradient.requireSameSize(x, "gradient");
    operator.adjoint(cotangent, gradient);
  }

  @Override
  public ImageStack firstEstimate(ImageStack y) {
    y.requireShape(degraded(), "degraded images");
    ImageStack x = ImageStack.zeros(y.count(), clean());
    start.accept(y, x);
    x.clamp();
    return x;
  }
}
