package io.imagepriors.autoencoder.training;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.util.OptionalInt;

/** Small pictures of one bright spot each; the class is the row it is in. */
record Blobs(Shape shape, int count) implements LabelledImages {

  static Blobs of(int count) {
    return new Blobs(Shape.grey(8, 8), count);
  }

  @Override
  public String origin() {
    return "blobs train[0:" + count + "]";
  }

  @Override
  public void read(int index, ImageStack target, int slot) {
    int rows = shape.height();
    int columns = shape.width();
    int x = index * 7 % columns;
    int y = index % rows;
    for (int k = 0; k < shape.size(); k++) {
      double dx = k % columns - x;
      double dy = k / columns % rows - y;
      target.pixels()[target.offset(slot) + k] = (float) Math.exp(-(dx * dx + dy * dy) / 3);
    }
  }

  @Override
  public OptionalInt label(int index) {
    return OptionalInt.of(index % shape.height());
  }
}
