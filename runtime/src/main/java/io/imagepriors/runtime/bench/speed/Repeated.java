package io.imagepriors.runtime.bench.speed;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.util.OptionalInt;

/**
 * A collection again and again, as if it were larger: passes over a small one would end so often
 * that a training does little else.
 *
 * @param images the collection
 * @param count how many images it shall seem to have
 */
record Repeated(LabelledImages images, int count) implements LabelledImages {

  @Override
  public String origin() {
    return images.origin() + " repeated";
  }

  @Override
  public Shape shape() {
    return images.shape();
  }

  @Override
  public void read(int index, ImageStack target, int slot) {
    images.read(index % images.count(), target, slot);
  }

  @Override
  public OptionalInt label(int index) {
    return images.label(index % images.count());
  }
}
