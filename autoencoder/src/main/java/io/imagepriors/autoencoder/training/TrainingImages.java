package io.imagepriors.autoencoder.training;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.data.ChosenImages;
import io.imagepriors.autoencoder.data.Division;
import io.imagepriors.autoencoder.data.Fingerprint;
import io.imagepriors.autoencoder.data.Seeds;
import java.nio.FloatBuffer;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** All images of a training, read once, and their {@link Division}. */
final class TrainingImages {
  private final LabelledImages source;
  private final float[][] pixels;
  private final int[] labels;
  private final int[] learned;
  private final int[] heldOut;
  private final String fingerprint;

  private TrainingImages(
      LabelledImages source,
      float[][] pixels,
      int[] labels,
      int[] learned,
      int[] heldOut,
      String fingerprint) {
    this.source = source;
    this.pixels = pixels;
    this.labels = labels;
    this.learned = learned;
    this.heldOut = heldOut;
    this.fingerprint = fingerprint;
  }

  /**
   * Reads images and divides them.
   *
   * @throws InvalidInputException if fewer than {@code batch} images remain to be learned, or fewer
   *     than two are held back
   */
  static TrainingImages read(LabelledImages images, double share, int batch, Seeds seeds) {
    Division division = Division.of(images, share, seeds);
    int[] heldOut = division.heldOut();
    int[] learned = division.learned();
    if (learned.length < batch || heldOut.length < 2) {
      throw InvalidInputException.of(
          "training images from " + images.origin(),
          "fill a batch of " + batch + " and leave 2 to be held out",
          images.count() + " images, " + heldOut.length + " of them held out");
    }
    float[][] pixels = new float[images.count()][];
    String fingerprint = Fingerprint.of(images, (values, i) -> pixels[i] = values.clone());
    int[] labels =
        IntStream.range(0, images.count())
            .map(i -> images.label(i).orElse(Fingerprint.NO_LABEL))
            .toArray();
    return new TrainingImages(images, pixels, labels, learned, heldOut, fingerprint);
  }

  /** The shape of every image. */
  Shape shape() {
    return source.shape();
  }

  /** Where the images come from. */
  String origin() {
    return source.origin();
  }

  /** The number of all images. */
  int count() {
    return pixels.length;
  }

  /** The number of images that are learned. */
  int learnedCount() {
    return learned.length;
  }

  /** The indices of the images that are learned. */
  int[] learned() {
    return learned.clone();
  }

  /** The indices of the images held back. */
  int[] heldOut() {
    return heldOut.clone();
  }

  /** The images held back, as a collection that is in memory. */
  LabelledImages heldOutImages() {
    return new ChosenImages(new Kept(), heldOut, source.origin() + ", held back from training");
  }

  /** A digest of origin, shape, pixels and labels, in hexadecimal. */
  String fingerprint() {
    return fingerprint;
  }

  /** The classes of the images {@code indices[from..to)}, -1 where there is none. */
  int[] labels(int[] indices, int from, int to) {
    return IntStream.range(from, to).map(i -> labels[indices[i]]).toArray();
  }

  /** Writes the images {@code indices[from..to)} one after the other, from the buffer's start. */
  void copy(int[] indices, int from, int to, Augmentation augmentation, FloatBuffer target) {
    target.clear();
    for (int i = from; i < to; i++) {
      target.put(augmentation.of(pixels[indices[i]]));
    }
  }

  /** All images as they were read: the source may change while training goes on. */
  private final class Kept implements LabelledImages {

    @Override
    public String origin() {
      return source.origin();
    }

    @Override
    public Shape shape() {
      return source.shape();
    }

    @Override
    public int count() {
      return pixels.length;
    }

    @Override
    public void read(int index, ImageStack target, int slot) {
      System.arraycopy(pixels[index], 0, target.pixels(), target.offset(slot), shape().size());
    }

    @Override
    public OptionalInt label(int index) {
      return labels[index] == Fingerprint.NO_LABEL
          ? OptionalInt.empty()
          : OptionalInt.of(labels[index]);
    }
  }
}
