package io.imagepriors.datasets;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.util.List;
import java.util.OptionalInt;

/** Pictures in files, decoded and resized at every read. Immutable and thread-safe. */
final class FolderImages implements LabelledImages {
  private final String origin;
  private final Shape shape;
  private final boolean invert;
  private final List<PictureFolder.Entry> entries;

  /**
   * A collection; no file is opened.
   *
   * @param shape grey
   * @param entries at least one; immutable
   */
  FolderImages(String origin, Shape shape, boolean invert, List<PictureFolder.Entry> entries) {
    this.origin = origin;
    this.shape = shape;
    this.invert = invert;
    this.entries = entries;
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int count() {
    return entries.size();
  }

  /**
   * {@inheritDoc}
   *
   * @throws FileException if the picture can't be decoded
   */
  @Override
  public void read(int index, ImageStack target, int slot) {
    target.requireShape(shape, "stack to read " + origin + " into");
    float[] grey = GreyPicture.open(entries.get(index).file()).resized(shape);
    int to = target.offset(slot);
    for (int i = 0; i < grey.length; i++) {
      target.pixels()[to + i] = invert ? 1 - grey[i] : grey[i];
    }
  }

  @Override
  public OptionalInt label(int index) {
    return entries.get(index).label();
  }
}
