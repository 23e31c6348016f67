package io.imagepriors.api;

/**
 * {@code ||A(x) - y||² / (2 sigma²)} and its gradient {@code J_A(x)ᵀ (A(x) - y) / sigma²}. Calls
 * may run side by side; one after the other, they use the same buffer for the residual.
 */
final class GaussianLikelihood implements Energy {
  private final ForwardModel model;
  private final ImageStack y;
  private final double precision;
  private final SpareStack residuals;

  GaussianLikelihood(ForwardModel model, ImageStack y) {
    y.requireShape(model.degraded(), "degraded images");
    y.requireFinite("degraded images");
    this.model = model;
    this.y = y.copy();
    this.precision = 1 / (model.sigma() * model.sigma());
    this.residuals = new SpareStack(model.degraded());
  }

  @Override
  public Shape shape() {
    return model.clean();
  }

  @Override
  public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
    gradient.requireSameSize(x, "gradient");
    ImageStack residual = residual(x, values);
    model.adjoint(x, residual, gradient);
    residuals.give(residual);
    float[] g = gradient.pixels();
    float scale = (float) precision;
    for (int i = 0; i < g.length; i++) {
      g[i] *= scale;
    }
  }

  @Override
  public double[] values(ImageStack x) {
    double[] values = new double[x.count()];
    residuals.give(residual(x, values));
    return values;
  }

  /** Writes the values and gives {@code A(x) - y}. */
  private ImageStack residual(ImageStack x, double[] values) {
    x.requireShape(model.clean(), "images");
    if (y.count() != 1 && y.count() != x.count()) {
      throw InvalidInputException.of(
          "images", "be as many as the degraded " + y.count(), x.count());
    }
    if (values.length < x.count()) {
      throw InvalidInputException.of(
          "values", "have a place for each of " + x.count() + " images", values.length);
    }
    ImageStack residual = residuals.take(x.count());
    model.apply(x, residual);
    int size = model.degraded().size();
    float[] r = residual.pixels();
    for (int i = 0; i < x.count(); i++) {
      int at = residual.offset(i);
      int from = y.count() == 1 ? 0 : at;
      double sum = 0;
      for (int k = 0; k < size; k++) {
        float difference = r[at + k] - y.pixels()[from + k];
        r[at + k] = difference;
        sum += (double) difference * difference;
      }
      values[i] = sum * precision / 2;
    }
    return residual;
  }
}
