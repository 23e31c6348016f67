package io.imagepriors.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedSplitTest {

  @Test
  void should_use_every_image_once() {
    // given 97 images in three classes of which one is empty
    int[] labels = IntStream.range(0, 97).map(i -> i % 5 == 0 ? 3 : i % 2).toArray();

    // when
    StratifiedSplit split = StratifiedSplit.of(labels, 20, new Random(1));

    // then
    assertThat(split.test()).hasSize(20);
    int[] all =
        IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
            .sorted()
            .toArray();
    assertThat(all).isEqualTo(IntStream.range(0, 97).toArray());
  }

  @Test
  void should_round_by_largest_remainders() {
    // given classes of 50, 30 and 20, of which 10% of 70 are 3.5, 2.1 and 1.4
    int[] labels = IntStream.range(0, 100).map(i -> i < 50 ? 0 : i < 80 ? 1 : 2).toArray();

    // when
    StratifiedSplit split = StratifiedSplit.of(labels, 7, new Random(1));

    // then
    assertThat(histogram(labels, split.test(), 7)).containsExactly(4, 2, 1);
  }

  @Test
  void should_make_every_prefix_a_fair_sample() {
    // given classes of 60%, 30% and 10%
    int[] labels = IntStream.range(0, 1000).map(i -> i < 600 ? 0 : i < 900 ? 1 : 2).toArray();
    double[] shares = {0.6, 0.3, 0.1};

    // when
    int[] train = StratifiedSplit.of(labels, 100, new Random(1)).train();

    // then a prefix, like a class, is one place off an even spread at most: two off together
    for (int length = 1; length <= train.length; length++) {
      int[] counts = histogram(labels, train, length);
      for (int c = 0; c < 3; c++) {
        assertThat((double) counts[c]).isCloseTo(shares[c] * length, within(2.0));
      }
    }
  }

  @Test
  void should_depend_on_the_seed_alone() {
    // given
    int[] labels = IntStream.range(0, 300).map(i -> i % 7).toArray();

    // when
    int[] first = StratifiedSplit.of(labels, 30, new Random(5)).test();
    int[] again = StratifiedSplit.of(labels, 30, new Random(5)).test();
    int[] other = StratifiedSplit.of(labels, 30, new Random(6)).test();

    // then
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  private static int[] histogram(int[] labels, int[] indices, int length) {
    int[] counts = new int[3];
    Arrays.stream(indices).limit(length).forEach(i -> counts[labels[i]]++);
    return counts;
  }
}
