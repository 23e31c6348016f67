package io.imagepriors.api;

import java.util.OptionalInt;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Images of one shape with or without class labels: what a {@link Dataset} gives and a {@link
 * Trainer} takes. Immutable and thread-safe; images may be held in any form and are turned into
 * floats when they are read.
 */
@ConsumerType
public interface LabelledImages {

  /** Where the images come from, for people and for a model's metadata: {@code digits train}. */
  String origin();

  /** The shape of every image. */
  Shape shape();

  /** The number of images. */
  int count();

  /**
   * Writes image {@code index} into place {@code slot} of a stack of {@link #shape()}, values in
   * [0, 1].
   */
  void read(int index, ImageStack target, int slot);

  /** The class of image {@code index}, a number from 0; empty where images have no labels. */
  OptionalInt label(int index);

  /**
   * A copy of the images {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws InvalidInputException if the range is empty or outside this collection
   */
  default ImageStack stack(int from, int to) {
    requireRange(from, to);
    ImageStack stack = ImageStack.zeros(to - from, shape());
    for (int i = from; i < to; i++) {
      read(i, stack, i - from);
    }
    return stack;
  }

  /**
   * A view of the images {@code from} (inclusive) to {@code to} (exclusive), whose origin reads
   * like {@code mnist train[10000:60000]}.
   *
   * @throws InvalidInputException if the range is empty or outside this collection
   */
  default LabelledImages slice(int from, int to) {
    requireRange(from, to);
    return new ImageRange(this, from, to);
  }

  private void requireRange(int from, int to) {
    if (from < 0 || to > count() || from >= to) {
      throw InvalidInputException.of(
          "range of " + origin(), "be non-empty and lie in [0, " + count() + ")", from + ":" + to);
    }
  }
}
