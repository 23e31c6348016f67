package io.imagepriors.conformance;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.util.Objects;
import java.util.OptionalInt;

/** {@link ProbeImages} as a collection to train on, in two classes. */
final class ProbeCollection implements LabelledImages {
  private static final int CLASSES = 2;

  private final ImageStack images;

  private ProbeCollection(ImageStack images) {
    this.images = images;
  }

  static LabelledImages of(Shape shape, int count) {
    return new ProbeCollection(ProbeImages.of(shape, count));
  }

  @Override
  public String origin() {
    return "probes";
  }

  @Override
  public Shape shape() {
    return images.shape();
  }

  @Override
  public int count() {
    return images.count();
  }

  @Override
  public void read(int index, ImageStack target, int slot) {
    Objects.checkIndex(index, count());
    target.requireShape(shape(), "stack");
    target.set(slot, images, index);
  }

  @Override
  public OptionalInt label(int index) {
    return OptionalInt.of(Objects.checkIndex(index, count()) % CLASSES);
  }
}
