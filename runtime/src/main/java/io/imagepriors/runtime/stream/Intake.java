package io.imagepriors.runtime.stream;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decodes the pictures that are still to do and packs neighbours of one shape into batches. */
final class Intake implements PictureSource.Visitor {
  /** The most values in a batch of several pictures: 4 MiB. */
  private static final int MOST_VALUES = 1 << 20;

  private final Optional<Shape> needed;
  private final int most;
  private final PictureSink sink;
  private final Tally tally;
  private final Predicate<Batch> next;
  private final List<Picture> pictures = new ArrayList<>();
  private final List<ImageStack> images = new ArrayList<>();

  /**
   * An intake.
   *
   * @param needed the shape that pictures must have, if there is one
   * @param most the most pictures in a batch
   * @param next takes each batch, and says whether to go on
   */
  Intake(Optional<Shape> needed, int most, PictureSink sink, Tally tally, Predicate<Batch> next) {
    this.needed = needed;
    this.most = most;
    this.sink = sink;
    this.tally = tally;
    this.next = next;
  }

  @Override
  public boolean picture(Picture picture) {
    if (sink.has(picture)) {
      return !Thread.currentThread().isInterrupted();
    }
    try {
      return add(picture, picture.read(needed));
    } catch (InvalidInputException e) {
      return failed(picture.name(), e.getMessage());
    }
  }

  @Override
  public boolean skipped(String name) {
    tally.skip(name);
    return true;
  }

  @Override
  public boolean failed(String name, String reason) {
    // An interrupted read fails, too, and says nothing about the picture.
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    tally.fail(name, reason);
    return true;
  }

  private boolean add(Picture picture, ImageStack image) {
    boolean goOn = images.isEmpty() || fits(image.shape()) || flush();
    pictures.add(picture);
    images.add(image);
    return goOn;
  }

  private boolean fits(Shape shape) {
    return images.size() < most
        && shape.equals(images.get(0).shape())
        && (images.size() + 1L) * shape.size() <= MOST_VALUES;
  }

  /** Hands over what has been collected. */
  boolean flush() {
    if (images.isEmpty()) {
      return true;
    }
    ImageStack stack = ImageStack.zeros(images.size(), images.get(0).shape());
    for (int i = 0; i < images.size(); i++) {
      stack.set(i, images.get(i), 0);
    }
    Batch batch = new Batch(List.copyOf(pictures), stack);
    pictures.clear();
    images.clear();
    return next.test(batch);
  }
}
