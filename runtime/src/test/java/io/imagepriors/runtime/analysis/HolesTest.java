package io.imagepriors.runtime.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.CodeStack;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HolesTest {
  private static final double HOLES = 0.22333333333333333;
  private static final double KS = 0.25166389664014177;

  @Test
  void should_measure_distances_to_the_nearest_code() {
    CodeStack codes = Codes.of(2, 0, 0, 1, 0, 0.5, 1);
    CodeStack points = Codes.of(2, 0.25, 0, 0.5, 0.5);

    assertThat(NearestCode.ofPoints(points, codes)).containsExactly(0.0625, 0.25);
    assertThat(NearestCode.ofCodes(codes)).containsExactly(1, 1, 1.25);
  }

  /** Training states the same share for the same codes and seed: one definition on both sides. */
  @Test
  void should_agree_with_what_training_writes_into_models() {
    Holes holes = Holes.among(Codes.crowded(), 1, new SplittableRandom(5));

    assertThat(holes.share()).isEqualTo(HOLES, within(1e-12));
    assertThat(law().meanKs()).isEqualTo(KS, within(1e-6)); // codes are float32
  }

  @Test
  void should_find_points_in_the_empty_part_alone() {
    // given codes in the lower half of the first coordinate
    CodeStack codes = Draws.uniform(500, 2, new SplittableRandom(1));
    for (int i = 0; i < codes.count(); i++) {
      codes.values()[2 * i] /= 2;
    }

    CodeStack points =
        Holes.among(codes, new SplittableRandom(2))
            .points(50, new SplittableRandom(3))
            .orElseThrow();

    assertThat(points.count()).isEqualTo(50);
    assertThat(Arrays.stream(CodeLaw.coordinate(points, 0)).filter(z -> z > 0.5).count())
        .isGreaterThanOrEqualTo(48); // 1% of points in the full half count as holes, too
  }

  @Test
  void should_find_none_where_codes_are_everywhere() {
    // given a grid so fine that no point is as far from it as from random codes
    CodeStack codes = CodeStack.zeros(100, 1);
    for (int i = 0; i < 100; i++) {
      codes.values()[i] = (i + 0.5f) / 100;
    }

    Holes holes = Holes.among(codes, new SplittableRandom(1));

    assertThat(holes.share()).isZero();
    assertThat(holes.points(10, new SplittableRandom(2))).isEmpty();
  }

  private static CodeLaw law() {
    CodeStack codes = Codes.crowded();
    return CodeLaw.of(
        codes, Holes.among(codes, 1, new SplittableRandom(5)), new SplittableRandom(6));
  }
}
