package io.imagepriors.runtime.command;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.evaluation.Toys;

/** Class 1 is light, class 0 is dark: the probability of light is the image's first value. */
final class Lightness implements Classifier {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("digit-classifier", "tells light from dark");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Shape shape() {
    return Toys.SHAPE;
  }

  @Override
  public ClassifierModel bind(Shape shape, Parameters parameters) {
    return new ClassifierModel() {
      @Override
      public Shape shape() {
        return shape;
      }

      @Override
      public int classes() {
        return 2;
      }

      @Override
      public int features() {
        return 1;
      }

      @Override
      public void classify(ImageStack x, float[] probabilities, float[] features) {
        for (int i = 0; i < x.count(); i++) {
          float light = x.pixels()[x.offset(i)];
          probabilities[2 * i] = 1 - light;
          probabilities[2 * i + 1] = light;
          features[i] = light;
        }
      }
    };
  }
}
