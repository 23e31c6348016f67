package io.imagepriors.api;

import java.util.Objects;
import java.util.OptionalInt;

/** Consecutive images of another collection; the bounds have been checked. */
record ImageRange(LabelledImages all, int from, int to) implements LabelledImages {

  @Override
  public String origin() {
    return all.origin() + "[" + from + ":" + to + "]";
  }

  @Override
  public Shape shape() {
    return all.shape();
  }

  @Override
  public int count() {
    return to - from;
  }

  @Override
  public void read(int index, ImageStack target, int slot) {
    all.read(from + inRange(index), target, slot);
  }

  @Override
  public OptionalInt label(int index) {
    return all.label(from + inRange(index));
  }

  private int inRange(int index) {
    return Objects.checkIndex(index, count());
  }
}
