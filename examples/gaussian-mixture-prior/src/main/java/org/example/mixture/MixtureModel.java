package org.example.mixture;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.function.Supplier;

/** The energy of a mixture, image by image. */
record MixtureModel(Shape shape, Supplier<Mixture> mixture, double scale) implements PriorModel {

  @Override
  public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
    x.requireShape(shape, "images");
    gradient.requireSameSize(x, "gradient");
    if (values.length < x.count()) {
      throw InvalidInputException.of("values", "hold " + x.count() + " numbers", values.length);
    }
    Mixture density = mixture.get();
    Arrays.fill(gradient.pixels(), 0);
    for (int i = 0; i < x.count(); i++) {
      values[i] = density.energy(x.pixels(), x.offset(i), scale, gradient.pixels());
    }
  }
}
