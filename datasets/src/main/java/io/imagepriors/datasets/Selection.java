package io.imagepriors.datasets;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.util.OptionalInt;

/** Some images of a collection in an order of their own. Immutable and thread-safe. */
final class Selection implements LabelledImages {
  private final LabelledImages all;
  private final String origin;
  private final int[] indices;

  /**
   * A view.
   *
   * @param indices which images, in which order; at least one; copied
   */
  Selection(LabelledImages all, String origin, int[] indices) {
    this.all = all;
    this.origin = origin;
    this.indices = indices.clone();
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public Shape shape() {
    return all.shape();
  }

  @Override
  public int count() {
    return indices.length;
  }

  @Override
  public void read(int index, ImageStack target, int slot) {
    all.read(indices[index], target, slot);
  }

  @Override
  public OptionalInt label(int index) {
    return all.label(indices[index]);
  }
}
