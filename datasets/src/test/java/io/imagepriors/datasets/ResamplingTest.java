package io.imagepriors.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {
  /** Weights are floats: each is off by at most 6e-8, and a line sums up to some thousand. */
  private static final float ROUNDING = 1e-5f;

  @Test
  void should_keep_a_line_of_the_right_length_bit_for_bit() {
    float[] line = {0.1f, 0.7f, 0.3f, 1f};
    assertThat(resample(line, 4)).containsExactly(line);
  }

  @Test
  void should_average_what_a_pixel_covers() {
    assertThat(resample(new float[] {0, 1, 0.5f, 0.25f}, 2))
        .containsExactly(new float[] {0.5f, 0.375f}, within(ROUNDING));
  }

  @Test
  void should_count_parts_of_pixels() {
    // given three pixels on two: each takes one and a half
    assertThat(resample(new float[] {1, 0.6f, 0}, 2))
        .containsExactly(new float[] {1.3f / 1.5f, 0.3f / 1.5f}, within(ROUNDING));
  }

  @Test
  void should_interpolate_between_centres_when_enlarging() {
    assertThat(resample(new float[] {0, 1}, 4))
        .containsExactly(new float[] {0, 0.25f, 0.75f, 1}, within(ROUNDING));
  }

  @Test
  void should_spread_a_single_pixel() {
    assertThat(resample(new float[] {0.4f}, 3)).containsExactly(0.4f, 0.4f, 0.4f);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "7,7", "28,27", "100,28", "4000,28", "4001,1", "8192,8191", "28,64", "2,999"})
  void should_have_weights_that_add_up_to_one_within_the_line(int source, int target) {
    // when
    Resampling resampling = Resampling.of(source, target);

    // then
    for (int i = 0; i < target; i++) {
      float[] weights = resampling.weights(i);
      double sum = IntStream.range(0, weights.length).mapToDouble(k -> weights[k]).sum();
      assertThat(sum).isCloseTo(1, within((double) ROUNDING));
      assertThat(resampling.first(i)).isNotNegative();
      assertThat(resampling.first(i) + weights.length).isLessThanOrEqualTo(source);
    }
  }

  @Test
  void should_keep_the_mean_when_shrinking() {
    // given
    float[] line = new float[101];
    IntStream.range(0, line.length).forEach(i -> line[i] = i * i % 17 / 16f);

    // then
    assertThat(mean(resample(line, 13))).isCloseTo(mean(line), within((double) ROUNDING));
  }

  private static float[] resample(float[] line, int target) {
    float[] result = new float[target];
    Resampling.of(line.length, target).apply(line, result);
    return result;
  }

  private static double mean(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
  }
}
