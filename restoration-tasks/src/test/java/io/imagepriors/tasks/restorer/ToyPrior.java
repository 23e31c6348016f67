package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * An auto-encoder that can be worked out on paper: the decoder is affine, {@code D(z) = b + B (z -
 * 1/2)} with orthogonal columns of length {@code scale}, the encoder its pseudo-inverse cut to the
 * cube. Energy {@code ||(I - P)(x - b)||}, the distance to the decoder's plane: the exact norm
 * energy wherever the code lies inside the cube.
 */
final class ToyPrior implements PriorModel, LatentSpace {
  private final Shape shape;
  private final int dimension;
  private final float centre;
  private final double[][] basis;
  private final double scale;
  private int evaluationsLeft = Integer.MAX_VALUE;

  ToyPrior(Shape shape, int dimension, double scale) {
    this.shape = shape;
    this.dimension = dimension;
    this.scale = scale;
    this.centre = 0.5f;
    this.basis = orthonormal(shape.size(), dimension);
  }

  /** From the given number of evaluations on, this prior is gone. */
  ToyPrior withdrawnAfter(int evaluations) {
    evaluationsLeft = evaluations;
    return this;
  }

  /** The same energy without a latent space. */
  PriorModel withoutLatentSpace() {
    ToyPrior toy = this;
    return new PriorModel() {
      @Override
      public Shape shape() {
        return toy.shape;
      }

      @Override
      public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
        toy.valueAndGradient(x, values, gradient);
      }
    };
  }

  /** Images of random codes in the middle of the cube. */
  ImageStack draw(int count, long seed) {
    CodeStack codes = CodeStack.zeros(count, dimension);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < codes.values().length; k++) {
      codes.values()[k] = (float) (0.2 + 0.6 * random.nextDouble());
    }
    ImageStack images = ImageStack.zeros(count, shape);
    decode(codes, images);
    return images;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public Optional<LatentSpace> latentSpace() {
    return Optional.of(this);
  }

  @Override
  public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
    evaluate();
    for (int i = 0; i < x.count(); i++) {
      double[] residual = residual(x, i);
      double norm = Math.sqrt(dot(residual, residual));
      values[i] = norm;
      for (int k = 0; k < residual.length; k++) {
        gradient.pixels()[x.offset(i) + k] = norm > 0 ? (float) (residual[k] / norm) : 0f;
      }
    }
  }

  @Override
  public void encode(ImageStack images, CodeStack codes) {
    evaluate();
    for (int i = 0; i < images.count(); i++) {
      double[] centred = centred(images, i);
      for (int j = 0; j < dimension; j++) {
        double z = 0.5 + dot(basis[j], centred) / scale;
        codes.values()[codes.offset(i) + j] = (float) Math.max(0, Math.min(1, z));
      }
    }
  }

  @Override
  public void decode(CodeStack codes, ImageStack images) {
    evaluate();
    for (int i = 0; i < codes.count(); i++) {
      for (int k = 0; k < shape.size(); k++) {
        double sum = centre;
        for (int j = 0; j < dimension; j++) {
          sum += scale * basis[j][k] * (codes.values()[codes.offset(i) + j] - 0.5);
        }
        images.pixels()[images.offset(i) + k] = (float) sum;
      }
    }
  }

  @Override
  public void decodeVjp(CodeStack codes, ImageStack cotangent, CodeStack gradient) {
    evaluate();
    for (int i = 0; i < codes.count(); i++) {
      for (int j = 0; j < dimension; j++) {
        double sum = 0;
        for (int k = 0; k < shape.size(); k++) {
          sum += basis[j][k] * cotangent.pixels()[cotangent.offset(i) + k];
        }
        gradient.values()[gradient.offset(i) + j] = (float) (scale * sum);
      }
    }
  }

  private void evaluate() {
    if (evaluationsLeft == 0) {
      throw WithdrawnException.of("toy");
    }
    evaluationsLeft--;
  }

  private double[] residual(ImageStack x, int index) {
    double[] residual = centred(x, index);
    double[] original = residual.clone();
    for (double[] direction : basis) {
      double length = dot(direction, original);
      for (int k = 0; k < residual.length; k++) {
        residual[k] -= length * direction[k];
      }
    }
    return residual;
  }

  private double[] centred(ImageStack x, int index) {
    double[] centred = new double[shape.size()];
    for (int k = 0; k < centred.length; k++) {
      centred[k] = x.pixels()[x.offset(index) + k] - centre;
    }
    return centred;
  }

  private static double[][] orthonormal(int size, int count) {
    SplittableRandom random = new SplittableRandom(5);
    double[][] basis = new double[count][size];
    for (int j = 0; j < count; j++) {
      for (int k = 0; k < size; k++) {
        basis[j][k] = random.nextDouble() - 0.5;
      }
      for (int earlier = 0; earlier < j; earlier++) {
        subtract(basis[j], basis[earlier], dot(basis[j], basis[earlier]));
      }
      double length = Math.sqrt(dot(basis[j], basis[j]));
      subtract(basis[j], basis[j].clone(), 1 - 1 / length);
    }
    return basis;
  }

  private static void subtract(double[] from, double[] direction, double factor) {
    for (int k = 0; k < from.length; k++) {
      from[k] -= factor * direction[k];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
