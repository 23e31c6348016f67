package io.imagepriors.conformance;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Shape;

/**
 * A decoder {@code D(z)_k = 1/2 + sin(<b_k, z>) / 3}, and an encoder that has nothing to do with
 * it.
 */
record ToySpace(ToyPrior.Fault fault, int dimension) implements LatentSpace {

  @Override
  public Shape shape() {
    return ToyPrior.SHAPE;
  }

  @Override
  public void encode(ImageStack images, CodeStack codes) {
    images.requireShape(shape(), "images");
    codes.requireDimension(dimension);
    requireCount(images, codes);
    float stretch = fault == ToyPrior.Fault.CODES_OUTSIDE_THE_CUBE ? 3 : 1;
    for (int i = 0; i < codes.count(); i++) {
      for (int j = 0; j < dimension; j++) {
        codes.values()[codes.offset(i) + j] = stretch * images.pixels()[images.offset(i) + j * 7];
      }
    }
  }

  @Override
  public void decode(CodeStack codes, ImageStack images) {
    images.requireShape(shape(), "images");
    codes.requireDimension(dimension);
    requireCount(images, codes);
    for (int i = 0; i < codes.count(); i++) {
      for (int k = 0; k < shape().size(); k++) {
        images.pixels()[images.offset(i) + k] = (float) (0.5 + Math.sin(phase(codes, i, k)) / 3);
      }
    }
  }

  @Override
  public void decodeVjp(CodeStack codes, ImageStack cotangent, CodeStack gradient) {
    cotangent.requireShape(shape(), "cotangent");
    codes.requireDimension(dimension);
    gradient.requireDimension(dimension);
    requireCount(cotangent, codes);
    requireCount(cotangent, gradient);
    for (int i = 0; i < codes.count(); i++) {
      for (int j = 0; j < dimension; j++) {
        double sum = 0;
        for (int k = 0; k < shape().size(); k++) {
          double slope = Math.cos(phase(codes, i, k)) * frequency(k, j) / 3;
          sum += slope * cotangent.pixels()[cotangent.offset(i) + k];
        }
        boolean wrong = fault == ToyPrior.Fault.WRONG_DECODER_DERIVATIVE && j == 1;
        gradient.values()[gradient.offset(i) + j] = (float) (wrong ? 1.2 * sum : sum);
      }
    }
  }

  @Override
  public void valueAndGradient(
      Energy energy,
      CodeStack codes,
      double[] values,
      CodeStack gradient,
      ImageStack decoded,
      ImageStack cotangent) {
    LatentSpace.super.valueAndGradient(energy, codes, values, gradient, decoded, cotangent);
    if (fault == ToyPrior.Fault.WRONG_PULL_BACK) {
      values[0] *= 2;
    }
  }

  private static double frequency(int pixel, int coordinate) {
    return Math.sin(1 + pixel * 0.7 + coordinate * 2.3);
  }

  private double phase(CodeStack codes, int index, int pixel) {
    double phase = 0;
    for (int j = 0; j < dimension; j++) {
      phase += frequency(pixel, j) * codes.values()[codes.offset(index) + j];
    }
    return phase;
  }

  private static void requireCount(ImageStack images, CodeStack codes) {
    images.requireSameSize(ImageStack.zeros(codes.count(), images.shape()), "images");
  }
}
