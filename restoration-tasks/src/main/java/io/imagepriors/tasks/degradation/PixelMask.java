package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.Arrays;

/**
 * Keeps some values of an image and sets the others to 0, the same ones in every image: {@code (W
 * x)_k = w_k x_k} with weights of 0 and 1. It is its own adjoint. With all weights 1 it is the
 * identity.
 */
final class PixelMask implements LinearOperator {
  private final Shape shape;
  private final float[] weights;

  /** Weights of 0 and 1 in the order channel, row, column; copied. */
  PixelMask(Shape shape, float[] weights) {
    if (weights.length != shape.size()) {
      throw new IllegalArgumentException("one weight for each value of " + shape);
    }
    this.shape = shape;
    this.weights = weights.clone();
  }

  /** The mask that keeps everything. */
  static PixelMask showingAll(Shape shape) {
    float[] ones = new float[shape.size()];
    Arrays.fill(ones, 1f);
    return new PixelMask(shape, ones);
  }

  @Override
  public Shape domain() {
    return shape;
  }

  @Override
  public Shape range() {
    return shape;
  }

  @Override
  public void apply(ImageStack x, ImageStack y) {
    x.requireShape(shape, "images");
    y.requireSameSize(x, "results");
    for (int i = 0; i < x.count(); i++) {
      multiply(x.pixels(), y.pixels(), x.offset(i));
    }
  }

  @Override
  public void adjoint(ImageStack y, ImageStack x) {
    apply(y, x);
  }

  /** The weights as one image. */
  ImageStack asImage() {
    return ImageStack.wrap(shape, weights.clone());
  }

  /**
   * Gives {@code ||W x_i - y||²} of one image and writes {@code scale W (W x_i - y)} into the
   * gradient's image at the same place.
   *
   * @param at where image {@code i} starts in {@code x} and {@code gradient}
   * @param from where its counterpart starts in {@code y}
   */
  double squaredResidual(float[] x, int at, float[] y, int from, float scale, float[] gradient) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      float residual = weights[k] * x[at + k] - y[from + k];
      gradient[at + k] = scale * weights[k] * residual;
      sum += (double) residual * residual;
    }
    return sum;
  }

  /** The same without the gradient. */
  double squaredResidual(float[] x, int at, float[] y, int from) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      float residual = weights[k] * x[at + k] - y[from + k];
      sum += (double) residual * residual;
    }
    return sum;
  }

  private void multiply(float[] from, float[] to, int offset) {
    for (int k = 0; k < weights.length; k++) {
      to[offset + k] = weights[k] * from[offset + k];
    }
  }
}
