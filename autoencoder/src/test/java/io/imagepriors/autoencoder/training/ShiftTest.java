package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ShiftTest {
  private static final Shape SHAPE = new Shape(2, 5, 6);

  @Test
  void should_move_all_channels_alike_by_every_step_up_to_the_most() {
    Shift shift = new Shift(SHAPE, 1, new SplittableRandom(1));
    float[] pixels = new float[SHAPE.size()];
    pixels[2 * 6 + 3] = 1; // row 2, column 3 of channel 0
    pixels[30 + 2 * 6 + 3] = 2;
    Map<Integer, Integer> places = new HashMap<>();

    for (int i = 0; i < 450; i++) {
      float[] moved = shift.of(pixels);
      int place = 0;
      while (moved[place] != 1) {
        place++;
      }
      assertThat(moved[30 + place]).isEqualTo(2);
      places.merge(place, 1, Integer::sum);
    }

    // Nine places, 50 times each on average, with a deviation of 6.7.
    assertThat(places)
        .containsOnlyKeys(8, 9, 10, 14, 15, 16, 20, 21, 22)
        .allSatisfy((place, count) -> assertThat(count).isBetween(20, 80));
    assertThat(pixels[15]).isEqualTo(1);
  }

  @Test
  void should_fill_an_edge_with_what_was_at_that_edge() {
    Shift twoDownTwoRight = new Shift(Shape.grey(4, 3), 2, new Always(2));
    float[] pixels = {
      1, 2, 3, //
      4, 5, 6, //
      7, 8, 9, //
      10, 11, 12
    };

    assertThat(twoDownTwoRight.of(pixels)).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 4);
  }

  /** Draws one number. */
  private record Always(int number) implements RandomGenerator {
    @Override
    public int nextInt(int origin, int bound) {
      return number;
    }

    @Override
    public long nextLong() {
      return number;
    }
  }
}
