package io.imagepriors.tasks.restorer;

import static io.imagepriors.tasks.Checks.meanSquare;
import static io.imagepriors.tasks.Checks.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Shape;
import io.imagepriors.conformance.RestorerConformance;
import io.imagepriors.tasks.degradation.GaussianNoise;
import io.imagepriors.tasks.degradation.Mask;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilterRestorerTest {
  private static final Shape SHAPE = Shape.grey(12, 14);

  static Stream<FilterRestorer> restorers() {
    return Stream.of(FilterRestorer.nonLocalMeans(), FilterRestorer.median());
  }

  @TestFactory
  Stream<DynamicTest> should_conform() {
    return TotalVariationTest.damages()
        .flatMap(
            model ->
                restorers()
                    .flatMap(restorer -> RestorerConformance.of(restorer, model).checks().stream()))
        .map(
            check ->
                DynamicTest.dynamicTest(
                    check.name(), () -> assertThat(check.run()).matches(f -> f.isAcceptable())));
  }

  @ParameterizedTest
  @MethodSource("restorers")
  void should_remove_most_noise_from_halves(FilterRestorer restorer) {
    ForwardModel noise = noise(0.2);
    ImageStack truth = halves(4);
    ImageStack y = noise.sample(truth, new SplittableRandom(1));

    Restoration restoration = restore(restorer, y, noise);

    assertThat(restoration.steps()).isEqualTo(1);
    // A mean of nine leaves a ninth of the variance; a median a little more, and edges cost some.
    assertThat(meanSquare(truth, restoration.images())).isLessThan(0.04 / 4);
  }

  @ParameterizedTest
  @MethodSource("restorers")
  void should_fill_a_hole_in_one_half_with_its_grey(FilterRestorer restorer) {
    Mask mask = new Mask();
    ForwardModel hole =
        mask.bind(SHAPE, mask.descriptor().defaults().with("hole", "4").with("sigma", "0.01"));
    ImageStack truth = ImageStack.zeros(1, SHAPE);
    Arrays.fill(truth.pixels(), 0.6f);
    ImageStack y = hole.sample(truth, new SplittableRandom(1));

    float[] found = restore(restorer, y, hole).images().pixels();

    for (float value : found) {
      assertThat(value).isCloseTo(0.6f, within(0.05f)); // five deviations of the noise
    }
  }

  @ParameterizedTest
  @MethodSource("restorers")
  void should_filter_each_channel_and_image_by_itself(FilterRestorer restorer) {
    Shape colour = new Shape(3, 6, 7);
    GaussianNoise noise = new GaussianNoise();
    ForwardModel model = noise.bind(colour, noise.descriptor().defaults());
    ImageStack y = model.sample(uniform(2, colour, 5), new SplittableRandom(2));
    ForwardModel grey = noise.bind(Shape.grey(6, 7), noise.descriptor().defaults());

    float[] together = restore(restorer, y, model).images().pixels();

    for (int plane = 0; plane < 6; plane++) {
      float[] one = Arrays.copyOfRange(y.pixels(), 42 * plane, 42 * (plane + 1));
      ImageStack alone = ImageStack.wrap(Shape.grey(6, 7), one);
      assertThat(Arrays.copyOfRange(together, 42 * plane, 42 * (plane + 1)))
          .containsExactly(restore(restorer, alone, grey).images().pixels());
    }
  }

  @Test
  void should_take_the_median_of_the_pixels_inside() {
    ImageStack image = ImageStack.wrap(Shape.grey(2, 3), new float[] {0, 1, 2, 3, 4, 5});
    ImageStack result = image.like();

    new MedianFilter().apply(image, 0.2, result);

    assertThat(result.pixels()).containsExactly(2f, 2.5f, 3f, 2f, 2.5f, 3f);
  }

  @Test
  void should_leave_images_with_little_noise_to_themselves() {
    ImageStack image = uniform(2, SHAPE, 3);
    ImageStack result = image.like();

    new MedianFilter().apply(image, 0.03, result);

    assertThat(result.pixels()).containsExactly(image.pixels());
  }

  @Test
  void should_weigh_pixels_by_how_alike_their_surroundings_are() {
    // Given stripes two pixels wide, whose edges a mean over neighbours would blur
    ImageStack stripes = ImageStack.zeros(1, SHAPE);
    for (int k = 0; k < SHAPE.size(); k++) {
      stripes.pixels()[k] = k % 14 / 2 % 2;
    }
    ImageStack result = stripes.like();

    // When
    new NonLocalMeans(7, 0.2).apply(stripes, 0.05, result);

    // Then: patches across an edge differ by a third and more, some hundred times the bandwidth
    for (int k = 0; k < SHAPE.size(); k++) {
      assertThat(result.pixels()[k]).isCloseTo(stripes.pixels()[k], within(1e-4f));
    }
  }

  @ParameterizedTest
  @MethodSource("restorers")
  void should_stop_when_told_to(FilterRestorer restorer) {
    ForwardModel model = RestorersTest.randomMask();
    ImageStack y = model.sample(uniform(1, model.clean(), 5), new SplittableRandom(2));

    Restoration stopped =
        restorer.restore(
            y, model, restorer.descriptor().defaults(), progress -> progress.done() < 3);

    assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(stopped.steps()).isEqualTo(3);
  }

  private static Restoration restore(FilterRestorer restorer, ImageStack y, ForwardModel model) {
    return restorer.restore(y, model, restorer.descriptor().defaults(), Monitor.none());
  }

  private static ForwardModel noise(double sigma) {
    GaussianNoise noise = new GaussianNoise();
    return noise.bind(SHAPE, noise.descriptor().defaults().with("sigma", String.valueOf(sigma)));
  }

  /** Dark on the left, bright on the right. */
  private static ImageStack halves(int count) {
    ImageStack images = ImageStack.zeros(count, SHAPE);
    for (int k = 0; k < images.pixels().length; k++) {
      images.pixels()[k] = k % 14 < 7 ? 0.3f : 0.7f;
    }
    return images;
  }
}
