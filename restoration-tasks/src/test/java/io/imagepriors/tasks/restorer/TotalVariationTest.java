package io.imagepriors.tasks.restorer;

import static io.imagepriors.tasks.Checks.dot;
import static io.imagepriors.tasks.Checks.meanSquare;
import static io.imagepriors.tasks.Checks.moved;
import static io.imagepriors.tasks.Checks.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Shape;
import io.imagepriors.conformance.RestorerConformance;
import io.imagepriors.tasks.degradation.CompressedSensing;
import io.imagepriors.tasks.degradation.Downsample;
import io.imagepriors.tasks.degradation.GaussianNoise;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TotalVariationTest {
  private static final Shape SHAPE = Shape.grey(8, 10);
  private static final TotalVariationRestorer RESTORER = new TotalVariationRestorer();

  static Stream<ForwardModel> damages() {
    return Stream.of(
        RestorersTest.noise(),
        RestorersTest.randomMask(),
        RestorersTest.blur(),
        RestorersTest.downsample(),
        RestorersTest.projection(),
        RestorersTest.chain());
  }

  @TestFactory
  Stream<DynamicTest> should_conform() {
    return damages()
        .flatMap(model -> RestorerConformance.of(RESTORER, model).checks().stream())
        .map(
            check ->
                DynamicTest.dynamicTest(
                    check.name(), () -> assertThat(check.run()).matches(f -> f.isAcceptable())));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void should_come_nearer_to_an_image_of_few_edges(ForwardModel model) {
    ImageStack truth = squares(3);
    ImageStack y = model.sample(truth, new SplittableRandom(2));

    Restoration restoration = RESTORER.restore(y, model, defaults(), Monitor.none());

    // The first estimate of a mask is a smooth fill, which is no baseline but a rival.
    ImageStack back = truth.like();
    model.adjoint(truth, y, back);
    double before = meanSquare(truth, back);
    assertThat(meanSquare(truth, restoration.images())).isLessThan(before);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void should_restore_an_image_alike_alone_and_in_a_stack(ForwardModel model) {
    ImageStack y = model.sample(squares(5), new SplittableRandom(2));

    Restoration together = RESTORER.restore(y, model, defaults(), Monitor.none());

    for (int i = 0; i < y.count(); i++) {
      Restoration alone = RESTORER.restore(y.image(i), model, defaults(), Monitor.none());
      assertThat(together.images().image(i).pixels()).containsExactly(alone.images().pixels());
      assertThat(together.objective(i)).isEqualTo(alone.objective(0));
    }
  }

  /**
   * Of an image of two flat halves, {@code width / 2} wide, the minimiser of {@code ||x-y||²/2 + w
   * TV(x)} is known: each half moves by {@code 2 w / width} towards the other.
   */
  @Test
  void should_find_the_minimiser_that_is_known() {
    ForwardModel noise = RestorersTest.noise();
    ImageStack y = ImageStack.zeros(1, SHAPE);
    for (int k = 0; k < y.pixels().length; k++) {
      y.pixels()[k] = k % 10 < 5 ? 0.2f : 0.8f;
    }
    double weight = 0.25;
    Parameters parameters =
        defaults()
            .with("lambda", String.valueOf(weight / (noise.sigma() * noise.sigma())))
            .with("tolerance", "0");

    Restoration found = RESTORER.restore(y, noise, parameters, Monitor.none());

    for (int k = 0; k < y.pixels().length; k++) {
      // 500 steps come nearer than float32 sums over 80 pixels can show.
      assertThat(found.images().pixels()[k]).isCloseTo(k % 10 < 5 ? 0.25f : 0.75f, within(1e-4f));
    }
    double misfit = 80 * 0.05 * 0.05 / 2 + weight * 8 * 0.5;
    double expected = misfit / (noise.sigma() * noise.sigma());
    assertThat(found.objective(0)).isCloseTo(expected, within(1e-4 * expected));
  }

  @Test
  void should_end_early_where_nothing_moves() {
    ImageStack flat = ImageStack.zeros(2, SHAPE);
    java.util.Arrays.fill(flat.pixels(), 0.5f);

    Restoration found = RESTORER.restore(flat, RestorersTest.noise(), defaults(), Monitor.none());

    assertThat(found.steps()).isEqualTo(10);
    assertThat(found.images().pixels()).containsOnly(0.5f);
  }

  @Test
  void should_give_smoother_images_for_larger_weights() {
    ForwardModel noise = RestorersTest.noise();
    ImageStack y = noise.sample(squares(1), new SplittableRandom(2));
    TotalVariation variation = new TotalVariation(SHAPE);

    double rough = variation.value(restore(y, noise, "0.5"), 0);
    double smooth = variation.value(restore(y, noise, "5"), 0);

    assertThat(smooth).isLessThan(rough / 2);
  }

  @Test
  void should_have_differences_with_their_adjoint() {
    Shape colour = new Shape(3, 5, 7);
    TotalVariation variation = new TotalVariation(colour);
    ImageStack x = uniform(2, colour, 1);
    ImageStack across = uniform(2, colour, 2);
    ImageStack down = uniform(2, colour, 3);
    ImageStack differences = ImageStack.zeros(2, colour);
    ImageStack below = differences.like();
    variation.ascend(x, 1f, Float.MAX_VALUE, differences, below);
    // Components that point out of the image are 0 in every field that ascend() makes.
    variation.ascend(x.like(), 1f, Float.MAX_VALUE, across, down);
    ImageStack back = x.like();

    variation.adjoint(across, down, back);

    double expected = dot(differences, across) + dot(below, down);
    assertThat(dot(x, back)).isCloseTo(expected, within(1e-5 * Math.abs(expected)));
  }

  @Test
  void should_measure_the_length_of_edges() {
    ImageStack image = ImageStack.zeros(1, SHAPE);
    for (int row = 2; row < 6; row++) {
      java.util.Arrays.fill(image.pixels(), row * 10 + 3, row * 10 + 8, 0.5f);
    }
    // A rectangle 4 by 5: the corner on the lower right counts both its sides as one diagonal.
    double expected = 0.5 * (2 * (4 + 5) - 2 + Math.sqrt(2));

    assertThat(new TotalVariation(SHAPE).value(image, 0)).isCloseTo(expected, within(1e-6));
    assertThat(new TotalVariation(SHAPE).value(moved(image, ones(), 0.25), 0))
        .isCloseTo(expected, within(1e-5));
  }

  @Test
  void should_bound_the_norm_of_an_operator() {
    // Noise alone is the identity, and averaging four pixels halves a flat image's length.
    assertThat(OperatorNorm.squared(RestorersTest.bind(new GaussianNoise()))).isBetween(1.0, 1.06);
    assertThat(OperatorNorm.squared(RestorersTest.bind(new Downsample(), "factor", "2")))
        .isBetween(0.25, 0.27);
    // A Gaussian matrix has (1 + sqrt(n / m))² at most, with many values close to it.
    assertThat(
            OperatorNorm.squared(RestorersTest.bind(new CompressedSensing(), "measurements", "20")))
        .isBetween(7.0, 11.0);
  }

  private static ImageStack ones() {
    ImageStack ones = ImageStack.zeros(1, SHAPE);
    java.util.Arrays.fill(ones.pixels(), 1f);
    return ones;
  }

  private static ImageStack restore(ImageStack y, ForwardModel model, String lambda) {
    return RESTORER.restore(y, model, defaults().with("lambda", lambda), Monitor.none()).images();
  }

  private static Parameters defaults() {
    return RESTORER.descriptor().defaults();
  }

  /** Image {@code i} is black with a grey rectangle, larger in each. */
  private static ImageStack squares(int count) {
    ImageStack images = ImageStack.zeros(count, SHAPE);
    for (int i = 0; i < count; i++) {
      for (int row = 2; row < 5 + i % 3; row++) {
        int from = images.offset(i) + row * 10 + 2;
        java.util.Arrays.fill(images.pixels(), from, from + 4 + i % 4, 0.5f + 0.1f * i);
      }
    }
    return images;
  }
}
