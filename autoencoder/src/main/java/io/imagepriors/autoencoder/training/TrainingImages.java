package io.imagepriors.autoencoder.training;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All images of a training, read once, and their division into those that are learned and those
 * held back to measure quality. The division is drawn within each class, so that both parts hold
 * the same share of every class.
 */
final class TrainingImages {
  private static final int NO_LABEL = -1;

  private final Shape shape;
  private final String origin;
  private final float[][] pixels;
  private final int[] labels;
  private final int[] learned;
  private final int[] heldOut;
  private final String fingerprint;

  private TrainingImages(
      Shape shape,
      String origin,
      float[][] pixels,
      int[] labels,
      int[] learned,
      int[] heldOut,
      String fingerprint) {
    this.shape = shape;
    this.origin = origin;
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
    boolean[] isHeldOut = choose(images, share, seeds);
    int[] heldOut = IntStream.range(0, images.count()).filter(i -> isHeldOut[i]).toArray();
    int[] learned = IntStream.range(0, images.count()).filter(i -> !isHeldOut[i]).toArray();
    if (learned.length < batch || heldOut.length < 2) {
      throw InvalidInputException.of(
          "training images from " + images.origin(),
          "fill a batch of " + batch + " and leave 2 to be held out",
          images.count() + " images, " + heldOut.length + " of them held out");
    }
    float[][] pixels = new float[images.count()][];
    String fingerprint = read(images, pixels);
    int[] labels =
        IntStream.range(0, images.count()).map(i -> images.label(i).orElse(NO_LABEL)).toArray();
    return new TrainingImages(
        images.shape(), images.origin(), pixels, labels, learned, heldOut, fingerprint);
  }

  private static boolean[] choose(LabelledImages images, double share, Seeds seeds) {
    Map<Integer, int[]> classes =
        IntStream.range(0, images.count())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> images.label(i).orElse(0),
                    TreeMap::new,
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        list -> list.stream().mapToInt(Integer::intValue).toArray())));
    boolean[] chosen = new boolean[images.count()];
    int seen = 0;
    for (Map.Entry<Integer, int[]> entry : classes.entrySet()) {
      int[] members = entry.getValue();
      Seeds.shuffle(members, seeds.of(Seeds.Purpose.HELD_OUT, entry.getKey()));
      // Of running totals, so that many small classes do not all round to none.
      long before = Math.round(share * seen);
      seen += members.length;
      long count = Math.round(share * seen) - before;
      IntStream.of(members).limit(count).forEach(i -> chosen[i] = true);
    }
    return chosen;
  }

  private static String read(LabelledImages images, float[][] pixels) {
    MessageDigest digest = sha256();
    digest.update((images.origin() + ' ' + images.shape()).getBytes(StandardCharsets.UTF_8));
    ImageStack one = ImageStack.zeros(1, images.shape());
    ByteBuffer bytes = ByteBuffer.allocate(4 * images.shape().size());
    for (int i = 0; i < pixels.length; i++) {
      images.read(i, one, 0);
      one.requireFinite("image " + i + " of " + images.origin());
      pixels[i] = one.pixels().clone();
      bytes.clear().asFloatBuffer().put(pixels[i]);
      digest.update(bytes);
      digest.update((byte) images.label(i).orElse(NO_LABEL));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The shape of every image. */
  Shape shape() {
    return shape;
  }

  /** Where the images come from. */
  String origin() {
    return origin;
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
}
