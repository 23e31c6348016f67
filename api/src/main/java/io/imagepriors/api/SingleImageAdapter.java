package io.imagepriors.api;

import java.util.Arrays;

/** Calls a {@link SingleImageEnergy} for each image of a stack. */
final class SingleImageAdapter implements Energy {
  private final Shape shape;
  private final SingleImageEnergy function;

  SingleImageAdapter(Shape shape, SingleImageEnergy function) {
    this.shape = shape;
    this.function = function;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public void valueAndGradient(ImageStack x, double[] values, ImageStack gradient) {
    x.requireShape(shape, "images");
    gradient.requireSameSize(x, "gradient");
    if (values.length < x.count()) {
      throw InvalidInputException.of(
          "values", "have a place for each of " + x.count() + " images", values.length);
    }
    int size = shape.size();
    float[] image = new float[size];
    float[] slope = new float[size];
    for (int i = 0; i < x.count(); i++) {
      System.arraycopy(x.pixels(), x.offset(i), image, 0, size);
      Arrays.fill(slope, 0f);
      values[i] = function.valueAndGradient(image, slope);
      System.arraycopy(slope, 0, gradient.pixels(), gradient.offset(i), size);
    }
  }
}
