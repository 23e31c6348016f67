package io.imagepriors.autoencoder.data;

import io.imagepriors.api.LabelledImages;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The images of a training, divided into those that are learned and those held back to measure. The
 * division is drawn within each class, so that both parts hold the same share of every class; it
 * follows from labels, share and seed alone.
 */
public final class Division {
  private final boolean[] isHeldOut;

  private Division(boolean[] isHeldOut) {
    this.isHeldOut = isHeldOut;
  }

  /**
   * Divides images.
   *
   * @param share of the images to be held back, in [0, 1]
   */
  public static Division of(LabelledImages images, double share, Seeds seeds) {
    boolean[] chosen = new boolean[images.count()];
    int seen = 0;
    for (Map.Entry<Integer, int[]> entry : classes(images).entrySet()) {
      int[] members = entry.getValue();
      Seeds.shuffle(members, seeds.of(Seeds.Purpose.HELD_OUT, entry.getKey()));
      // Of running totals, so that many small classes do not all round to none.
      long before = Math.round(share * seen);
      seen += members.length;
      long count = Math.round(share * seen) - before;
      IntStream.of(members).limit(count).forEach(i -> chosen[i] = true);
    }
    return new Division(chosen);
  }

  private static Map<Integer, int[]> classes(LabelledImages images) {
    return IntStream.range(0, images.count())
        .boxed()
        .collect(
            Collectors.groupingBy(
                i -> images.label(i).orElse(0),
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    list -> list.stream().mapToInt(Integer::intValue).toArray())));
  }

  /** The indices of the images that are learned, rising. */
  public int[] learned() {
    return IntStream.range(0, isHeldOut.length).filter(i -> !isHeldOut[i]).toArray();
  }

  /** The indices of the images held back, rising. */
  public int[] heldOut() {
    return IntStream.range(0, isHeldOut.length).filter(i -> isHeldOut[i]).toArray();
  }
}
