package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DeformationTest {
  private static final Shape SHAPE = new Shape(2, 9, 11);
  private static final int MIDDLE = 4 * 11 + 5;

  /** Rounding of sums of sixteen products. */
  private static final float ROUNDING = 1e-6f;

  private static float[] ramp() {
    float[] pixels = new float[SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0.3f + 0.01f * (i % 11) + 0.02f * (i / 11 % 9);
    }
    return pixels;
  }

  private static float[] noise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextDouble();
    }
    return pixels;
  }

  @Test
  void should_leave_an_image_as_it_is_when_the_map_is_the_identity() {
    float[] pixels = noise(1);

    float[] deformed = new Deformation(SHAPE, 0.1, new Entries(0, 0, 0, 0)).of(pixels);

    assertThat(deformed).containsExactly(pixels, within(ROUNDING));
  }

  @Test
  void should_read_the_image_at_the_mapped_places_about_its_centre() {
    float[] pixels = ramp();

    float[] deformed = new Deformation(SHAPE, 0.2, new Entries(0.1, -0.05, 0.2, -0.1)).of(pixels);

    // The cubic reproduces a ramp. One pixel down and two to the right of the middle, in channel 1.
    double row = 4 + 1.1 * 1 - 0.05 * 2;
    double column = 5 + 0.2 * 1 + 0.9 * 2;
    int place = 99 + MIDDLE + 11 + 2;
    assertThat(deformed[place])
        .isEqualTo((float) (0.3 + 0.01 * column + 0.02 * row), within(ROUNDING));
    assertThat(deformed[MIDDLE]).isEqualTo(pixels[MIDDLE], within(ROUNDING));
  }

  @Test
  void should_draw_another_map_for_each_image_and_the_same_from_the_same_seed() {
    float[] pixels = noise(2);
    Deformation one = new Deformation(SHAPE, 0.1, new SplittableRandom(5));
    Deformation same = new Deformation(SHAPE, 0.1, new SplittableRandom(5));

    float[] first = one.of(pixels);
    float[] second = one.of(pixels);

    assertThat(second).isNotEqualTo(first);
    assertThat(same.of(pixels)).containsExactly(first);
    assertThat(same.of(pixels)).containsExactly(second);
  }

  @Test
  void should_stay_within_0_and_1_and_leave_the_original_alone() {
    float[] pixels = noise(3);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.round(pixels[i]); // steps, at which cubics overshoot
    }
    float[] original = pixels.clone();
    Deformation deformation = new Deformation(SHAPE, 0.3, new SplittableRandom(4));

    for (int k = 0; k < 20; k++) {
      for (float value : deformation.of(pixels)) {
        assertThat(value).isBetween(0f, 1f);
      }
    }
    assertThat(pixels).containsExactly(original);
  }

  @Test
  void should_continue_an_image_beyond_its_edges() {
    float[] grey = new float[SHAPE.size()];
    Arrays.fill(grey, 0.4f);

    float[] deformed = new Deformation(SHAPE, 0.4, new SplittableRandom(6)).of(grey);

    assertThat(deformed).containsExactly(grey, within(ROUNDING));
  }

  /** Draws given numbers, in turn. */
  private static final class Entries implements RandomGenerator {
    private final double[] values;
    private int next;

    Entries(double... values) {
      this.values = values;
    }

    @Override
    public double nextDouble(double origin, double bound) {
      return values[next++ % values.length];
    }

    @Override
    public long nextLong() {
      throw new AssertionError("not asked for");
    }
  }
}
