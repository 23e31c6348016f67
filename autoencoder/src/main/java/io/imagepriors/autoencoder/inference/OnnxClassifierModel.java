package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;

/** The probabilities and features of a classifier's model file. */
final class OnnxClassifierModel implements ClassifierModel {
  private final LoadedModel model;
  private final Shape shape;
  private final int classes;
  private final int features;

  OnnxClassifierModel(LoadedModel model, ModelHeader header) {
    this.model = model;
    this.shape = header.shape();
    this.classes = header.classes();
    this.features = header.features();
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public void classify(ImageStack x, float[] probabilities, float[] features) {
    x.requireShape(shape, "images");
    requireRoom("probabilities", probabilities, x.count(), classes);
    requireRoom("features", features, x.count(), this.features);
    model.run(
        Computation.CLASSIFY,
        x.count(),
        new float[][] {x.pixels()},
        Evaluator.into(probabilities),
        Evaluator.into(features));
  }

  private static void requireRoom(String subject, float[] array, int count, int width) {
    long length = (long) count * width;
    if (array.length < length) {
      throw InvalidInputException.of(
          "array of " + subject, "have a length of at least " + length, array.length);
    }
  }
}
