package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;

/**
 * Tells the {@link Toys#flatImages} of one count from each other by their grey value; perfect on
 * clean ones.
 *
 * @param name the plug-in's name
 * @param shape of the images
 * @param classes the count of images
 */
public record ToyClassifier(String name, Shape shape, int classes) implements Classifier {
  @Override
  public Descriptor descriptor() {
    return Descriptor.of(name, "knows grey values");
  }

  @Override
  public ClassifierModel bind(Shape images, Parameters parameters) {
    if (!images.equals(shape)) {
      throw InvalidInputException.of("images for " + name, "have shape " + shape, images);
    }
    return new Model(shape, classes);
  }

  private record Model(Shape shape, int classes) implements ClassifierModel {
    @Override
    public int features() {
      return 1;
    }

    @Override
    public void classify(ImageStack x, float[] probabilities, float[] features) {
      java.util.Arrays.fill(probabilities, 0, x.count() * classes, 0f);
      for (int i = 0; i < x.count(); i++) {
        features[i] = Toys.mean(x, i);
        int nearest = Math.round(features[i] * (classes + 1)) - 1;
        probabilities[i * classes + Math.max(0, Math.min(classes - 1, nearest))] = 1f;
      }
    }
  }
}
