package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Shape;

/** The encoder and decoder of a model file. */
final class OnnxLatentSpace implements LatentSpace {
  private final LoadedModel model;
  private final Shape shape;
  private final int dimension;

  OnnxLatentSpace(LoadedModel model, Shape shape, int dimension) {
    this.model = model;
    this.shape = shape;
    this.dimension = dimension;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public void encode(ImageStack images, CodeStack codes) {
    requireFitting(codes, images, "images");
    model.run(
        Computation.ENCODE,
        images.count(),
        new float[][] {images.pixels()},
        Evaluator.into(codes.values()));
  }

  @Override
  public void decode(CodeStack codes, ImageStack images) {
    requireFitting(codes, images, "images");
    model.run(
        Computation.DECODE,
        codes.count(),
        new float[][] {codes.values()},
        Evaluator.into(images.pixels()));
  }

  @Override
  public void decodeVjp(CodeStack codes, ImageStack cotangent, CodeStack gradient) {
    requireFitting(codes, cotangent, "cotangent");
    requireFitting(gradient, cotangent, "cotangent");
    model.run(
        Computation.DECODE_VJP,
        codes.count(),
        new float[][] {codes.values(), cotangent.pixels()},
        Evaluator.into(gradient.values()));
  }

  /** Does not decode twice, where the stack and the file allow it. */
  @Override
  public void valueAndGradient(
      Energy energy,
      CodeStack codes,
      double[] values,
      CodeStack gradient,
      ImageStack decoded,
      ImageStack cotangent) {
    requireFitting(codes, decoded, "decoded images");
    requireFitting(gradient, cotangent, "cotangent");
    Runnable evaluate = () -> energy.valueAndGradient(decoded, values, cotangent);
    if (!model.runTape(codes, decoded, evaluate, cotangent, gradient)) {
      LatentSpace.super.valueAndGradient(energy, codes, values, gradient, decoded, cotangent);
    }
  }

  private void requireFitting(CodeStack codes, ImageStack images, String subject) {
    codes.requireDimension(dimension);
    images.requireShape(shape, subject);
    if (codes.count() != images.count()) {
      throw InvalidInputException.of(
          "codes", "be as many as the " + subject + " (" + images.count() + ")", codes.count());
    }
  }
}
