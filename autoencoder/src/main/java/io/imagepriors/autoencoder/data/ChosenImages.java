package io.imagepriors.autoencoder.data;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.util.OptionalInt;

/** Some images of a collection, by their indices. */
public final class ChosenImages implements LabelledImages {
  private final LabelledImages all;
  private final int[] indices;
  private final String origin;

  /**
   * A view.
   *
   * @param origin what it is called
   */
  public ChosenImages(LabelledImages all, int[] indices, String origin) {
    this.all = all;
    this.indices = indices.clone();
    this.origin = origin;
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
