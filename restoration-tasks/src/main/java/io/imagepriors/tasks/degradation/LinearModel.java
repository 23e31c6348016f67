package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/** A linear operator followed by white Gaussian noise: {@code y = A x + sigma n}. */
class LinearModel implements ForwardModel {
  private final LinearOperator operator;
  private final double sigma;

  LinearModel(LinearOperator operator, double sigma) {
    this.operator = operator;
    this.sigma = sigma;
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
    return sigma;
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
}
