package io.imagepriors.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Divides labelled images into a training and a test part that have the same share of every class.
 * Class {@code c} with {@code n_c} of {@code n} images gives {@code m n_c / n} of them to a test
 * part of {@code m}, rounded by the method of largest remainders (equal remainders: lower class
 * first). Which images those are, the generator decides.
 *
 * <p>Each part is in a random order in which every prefix is a fair sample too: the {@code k}-th of
 * the {@code m_c} images of a class gets the key {@code (k + u) / m_c}, {@code u} uniform in [0,
 * 1), and the keys are sorted. A prefix of {@code j} images then holds {@code j m_c / m} of class
 * {@code c}, give or take about one.
 */
final class StratifiedSplit {
  private final int[] train;
  private final int[] test;

  private StratifiedSplit(int[] train, int[] test) {
    this.train = train;
    this.test = test;
  }

  /**
   * Splits images.
   *
   * @param labels each image's class, from 0
   * @param testCount the size of the test part, in [1, {@code labels.length})
   * @param random decides; the same state gives the same split
   */
  static StratifiedSplit of(int[] labels, int testCount, RandomGenerator random) {
    List<int[]> classes = membersByClass(labels);
    int[] counts = testCounts(classes, testCount, labels.length);
    List<int[]> train = new ArrayList<>();
    List<int[]> test = new ArrayList<>();
    for (int c = 0; c < counts.length; c++) {
      int[] members = classes.get(c);
      shuffle(members, random);
      test.add(Arrays.copyOfRange(members, 0, counts[c]));
      train.add(Arrays.copyOfRange(members, counts[c], members.length));
    }
    return new StratifiedSplit(interleave(train, random), interleave(test, random));
  }

  /** Indices of the training images, in order; a copy. */
  int[] train() {
    return train.clone();
  }

  /** Indices of the test images, in order; a copy. */
  int[] test() {
    return test.clone();
  }

  private static List<int[]> membersByClass(int[] labels) {
    int classes = Arrays.stream(labels).max().orElseThrow() + 1;
    return IntStream.range(0, classes)
        .mapToObj(c -> IntStream.range(0, labels.length).filter(i -> labels[i] == c).toArray())
        .toList();
  }

  private static int[] testCounts(List<int[]> classes, long testCount, long total) {
    int[] counts = classes.stream().mapToInt(m -> (int) (testCount * m.length / total)).toArray();
    long missing = testCount - Arrays.stream(counts).sum();
    IntStream.range(0, counts.length)
        .boxed()
        .sorted(Comparator.comparing(c -> -(testCount * classes.get(c).length % total)))
        .limit(missing)
        .forEach(c -> counts[c]++);
    return counts;
  }

  private static void shuffle(int[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private static int[] interleave(List<int[]> classes, RandomGenerator random) {
    List<Place> places = new ArrayList<>();
    for (int[] members : classes) {
      for (int k = 0; k < members.length; k++) {
        places.add(new Place((k + random.nextDouble()) / members.length, members[k]));
      }
    }
    places.sort(Comparator.comparingDouble(Place::key));
    return places.stream().mapToInt(Place::image).toArray();
  }

  private record Place(double key, int image) {}
}
