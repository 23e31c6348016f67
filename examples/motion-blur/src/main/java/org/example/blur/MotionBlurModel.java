package org.example.blur;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/**
 * {@code y(p) = sum_d k(d) x(p + d) + noise}, each channel by itself. What lies outside the image
 * is black. The adjoint is the same sum over {@code p - d}.
 */
record MotionBlurModel(Shape clean, Kernel kernel, double sigma) implements ForwardModel {

  @Override
  public void apply(ImageStack x, ImageStack y) {
    x.requireShape(clean, "images");
    y.requireSameSize(x, "degraded images");
    kernel.convolve(x, y, 1);
  }

  @Override
  public void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
    x.requireShape(clean, "images");
    cotangent.requireSameSize(x, "cotangent");
    gradient.requireSameSize(x, "gradient");
    kernel.convolve(cotangent, gradient, -1);
  }
}
