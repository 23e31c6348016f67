package io.imagepriors.runtime.oneclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import org.junit.jupiter.api.Test;

class NoveltyScoreTest {
  /** Sums of a few float32 numbers below ten. */
  private static final double ROUNDING = 1e-6;

  @Test
  void should_blur_the_error_before_it_is_measured() {
    // Given a pixel too bright in the middle of the first image, and in a corner of the second
    Shape shape = Shape.grey(5, 5);
    ImageStack x = ImageStack.zeros(2, shape);
    x.pixels()[3] = 2;
    x.pixels()[25 + 3] = 2;
    ImageStack decoded = x.copy();
    decoded.pixels()[12] += 0.9f;
    decoded.pixels()[25] += 0.9f;

    // When, then: .1 in each of nine and of four pixels, over a norm of 2
    assertThat(BlurredError.of(x, decoded)[0]).isCloseTo(0.3 / 2, within(ROUNDING));
    assertThat(BlurredError.of(x, decoded)[1]).isCloseTo(0.2 / 2, within(ROUNDING));
  }

  @Test
  void should_give_a_black_image_a_finite_error() {
    ImageStack black = ImageStack.zeros(1, Shape.grey(4, 4));
    ImageStack decoded = black.copy();
    decoded.pixels()[5] = 1;

    assertThat(BlurredError.of(black, decoded)[0]).isFinite().isGreaterThan(1000);
    assertThat(BlurredError.of(black, black)[0]).isZero();
  }

  @Test
  void should_not_mix_channels() {
    ImageStack x = ImageStack.zeros(1, new Shape(2, 3, 3));
    x.pixels()[0] = 1;
    ImageStack decoded = x.copy();
    decoded.pixels()[8] = 0.9f; // the last pixel of the first channel

    // A corner has four pixels around it, in its own channel.
    assertThat(BlurredError.of(x, decoded)[0]).isCloseTo(0.2, within(ROUNDING));
  }

  @Test
  void should_measure_the_mean_distance_to_the_nearest_codes() {
    CodeStack codes = CodeStack.wrap(1, new float[] {0f, .1f, .2f, .9f});

    assertThat(CodeDistances.ofPoints(CodeStack.wrap(1, new float[] {.3f}), codes, 2)[0])
        .isCloseTo(.15, within(ROUNDING));
    assertThat(CodeDistances.ofPoints(CodeStack.wrap(1, new float[] {0f}), codes, 9)[0])
        .isCloseTo(.3, within(ROUNDING));
    assertThat(CodeDistances.ofCodes(codes, 2)[3]).isCloseTo(.75, within(ROUNDING));
  }

  @Test
  void should_add_both_parts_over_their_deviations() {
    // Given errors of deviation 2, and distances of codes to their one other that have none
    Reconstructions training = reconstructions(new float[] {0f, .5f}, 1, 1 + Math.sqrt(8));
    NoveltyScore score = NoveltyScore.fit(training);

    // When
    double[] near = score.of(reconstructions(new float[] {0f, .5f}, 0, 2));

    // Then: equally far from the codes, they differ by their errors over the deviation
    assertThat(near[1] - near[0]).isCloseTo(1, within(1e-3));
  }

  private static Reconstructions reconstructions(float[] codes, double... errors) {
    return new Reconstructions(CodeStack.wrap(1, codes), new double[errors.length], errors);
  }
}
