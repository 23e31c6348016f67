package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Codes that compete to explain images: those of one image lie side by side, at least one each. */
final class Candidates {
  private final CodeStack codes;
  private final int[] owners;

  private Candidates(CodeStack codes, int[] owners) {
    this.codes = codes;
    this.owners = owners;
  }

  /** The same number of codes for each image, in the order of the images. */
  static Candidates evenly(CodeStack codes, int images) {
    int each = codes.count() / images;
    return new Candidates(codes, IntStream.range(0, codes.count()).map(k -> k / each).toArray());
  }

  /** The codes; live. */
  CodeStack codes() {
    return codes;
  }

  /** The number of codes. */
  int count() {
    return owners.length;
  }

  /** The image that a code competes for. */
  int owner(int index) {
    return owners[index];
  }

  /** The images of a stack that some candidates compete for, as a new stack. */
  ImageStack counterparts(ImageStack images, int[] indices) {
    return images.gather(Arrays.stream(indices).map(k -> owners[k]).toArray());
  }

  /** The candidates of these indices, as a copy. */
  Candidates only(int[] indices) {
    return new Candidates(
        codes.gather(indices), Arrays.stream(indices).map(k -> owners[k]).toArray());
  }

  /**
   * The indices of the best for each image.
   *
   * @param values the codes' data terms
   * @param most the most codes to keep for an image
   * @param margin how far above an image's lowest value a code may lie to be kept
   */
  int[] best(double[] values, int most, double margin) {
    int[] kept = new int[owners.length];
    int size = 0;
    for (int from = 0, to; from < owners.length; from = to) {
      to = endOfImage(from);
      int[] lowest = Lowest.indices(values, from, to, most);
      for (int k : lowest) {
        // Of values that are not numbers the first is kept: each image needs a code.
        if (k == lowest[0] || values[k] - values[lowest[0]] <= margin) {
          kept[size++] = k;
        }
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private int endOfImage(int from) {
    int to = from;
    while (to < owners.length && owners[to] == owners[from]) {
      to++;
    }
    return to;
  }
}
