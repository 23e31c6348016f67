package io.imagepriors.tasks.restorer;

import static io.imagepriors.tasks.Checks.dot;
import static io.imagepriors.tasks.Checks.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Shape;
import io.imagepriors.conformance.RestorerConformance;
import io.imagepriors.tasks.degradation.Mask;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothRestorerTest {
  private static final SmoothRestorer HARMONIC = SmoothRestorer.harmonic();
  private static final SmoothRestorer BIHARMONIC = SmoothRestorer.biharmonic();

  @TestFactory
  Stream<DynamicTest> should_conform() {
    return TotalVariationTest.damages()
        .flatMap(
            model ->
                Stream.of(HARMONIC, BIHARMONIC)
                    .flatMap(restorer -> RestorerConformance.of(restorer, model).checks().stream()))
        .map(
            check ->
                DynamicTest.dynamicTest(
                    check.name(), () -> assertThat(check.run()).matches(f -> f.isAcceptable())));
  }

  /** A plane is the one shape that both equations leave as it is inside a hole. */
  @Test
  void should_fill_a_hole_in_a_plane_with_the_plane() {
    Shape shape = Shape.grey(12, 12);
    Mask mask = new Mask();
    ForwardModel hole =
        mask.bind(shape, mask.descriptor().defaults().with("hole", "4").with("sigma", "0.001"));
    ImageStack plane = ImageStack.zeros(1, shape);
    for (int k = 0; k < shape.size(); k++) {
      int row = k / 12;
      plane.pixels()[k] = 0.2f + 0.03f * (k % 12) + 0.02f * row;
    }
    ImageStack y = plane.like();
    hole.apply(plane, y);

    for (SmoothRestorer restorer : new SmoothRestorer[] {HARMONIC, BIHARMONIC}) {
      float[] found = restore(restorer, y, hole).images().pixels();
      for (int k = 0; k < found.length; k++) {
        // The system is solved to 1e-4 of its first residual, which is of the order of one grey.
        assertThat(found[k]).as(restorer.name()).isCloseTo(plane.pixels()[k], within(5e-3f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void should_measure_roughness_by_a_symmetric_operator(int order) {
    Shape colour = new Shape(3, 5, 7);
    ImageStack a = uniform(2, colour, 1);
    ImageStack b = uniform(2, colour, 2);
    ImageStack roughA = a.like();
    ImageStack roughB = b.like();

    new Roughness(order).apply(a, roughA);
    new Roughness(order).apply(b, roughB);

    // Sums of 210 products in float32 of values up to 64.
    assertThat(dot(a, roughB)).isCloseTo(dot(b, roughA), within(1e-3));
    assertThat(dot(a, roughA)).isPositive();
  }

  @Test
  void should_find_no_roughness_in_flat_channels() {
    ImageStack flat = ImageStack.zeros(2, new Shape(2, 4, 4));
    java.util.Arrays.fill(flat.pixels(), 16, 32, 1f);
    ImageStack rough = uniform(2, flat.shape(), 3);

    new Roughness(2).apply(flat, rough);

    assertThat(rough.pixels()).containsOnly(0f);
  }

  @Test
  void should_restore_an_image_alike_alone_and_in_a_stack() {
    ForwardModel model = RestorersTest.randomMask();
    ImageStack y = model.sample(uniform(4, model.clean(), 5), new SplittableRandom(2));

    Restoration together = restore(BIHARMONIC, y, model);

    for (int i = 0; i < y.count(); i++) {
      Restoration alone = restore(BIHARMONIC, y.image(i), model);
      assertThat(together.images().image(i).pixels()).containsExactly(alone.images().pixels());
    }
  }

  @Test
  void should_stop_when_told_to() {
    ForwardModel model = RestorersTest.randomMask();
    ImageStack y = model.sample(uniform(1, model.clean(), 5), new SplittableRandom(2));

    Restoration stopped =
        BIHARMONIC.restore(y, model, defaults(BIHARMONIC), progress -> progress.done() < 2);

    assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(stopped.steps()).isEqualTo(2);
  }

  private static Restoration restore(SmoothRestorer restorer, ImageStack y, ForwardModel model) {
    return restorer.restore(y, model, defaults(restorer), Monitor.none());
  }

  private static Parameters defaults(SmoothRestorer restorer) {
    return restorer.descriptor().defaults();
  }
}
