package io.imagepriors.tasks.restorer;

import static io.imagepriors.tasks.Checks.dot;
import static io.imagepriors.tasks.Checks.meanSquare;
import static io.imagepriors.tasks.Checks.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The residual that a decoder leaves: its variance, its correlations and its most probable value.
 */
class ResidualModelTest {
  private static final Shape SHAPE = Shape.grey(8, 10);
  private static final ToyPrior PRIOR = new ToyPrior(SHAPE, 3, 4);
  private static final ForwardModel NOISE = RestorersTest.noise();
  private static final ForwardModel HOLE = RestorersTest.hole();

  @Test
  void should_shrink_each_pixel_by_its_own_variance_where_pixels_are_independent() {
    ImageStack truth = middleGrey();
    ImageStack y = NOISE.sample(truth, new SplittableRandom(1));
    ImageStack x = truth.copy();
    double scale = 0.2;

    residuals(scale, 0).correct(Problem.of(y, NOISE), x, new double[1]);

    // A flat image at 1/2 has the variance scale/4 everywhere; conjugate gradients need one step.
    double variance = scale / 4;
    double keep = variance / (variance + NOISE.sigma() * NOISE.sigma());
    for (int k = 0; k < SHAPE.size(); k++) {
      double expected = 0.5 + keep * (y.pixels()[k] - 0.5);
      assertThat((double) x.pixels()[k])
          .isCloseTo(Math.max(0, Math.min(1, expected)), within(1e-4));
    }
  }

  @Test
  void should_satisfy_the_normal_equations() {
    ImageStack decoded = uniform(2, SHAPE, 1);
    ImageStack b = uniform(2, SHAPE, 2);
    Smoothing smoothing = new Smoothing(SHAPE, 1);
    ConjugateGradients system =
        new ConjugateGradients(
            b,
            (u, result) -> {
              result.setAll(u);
              correlate(smoothing, result);
              for (int k = 0; k < result.pixels().length; k++) {
                result.pixels()[k] += decoded.pixels()[k] * u.pixels()[k];
              }
            });

    system.run(200, 1e-4);

    ImageStack image = system.solution().copy();
    correlate(smoothing, image);
    for (int k = 0; k < b.pixels().length; k++) {
      double left = image.pixels()[k] + decoded.pixels()[k] * system.solution().pixels()[k];
      // The tolerance of the solver, times the norm of a right-hand side of 80 values.
      assertThat(left).isCloseTo(b.pixels()[k], within(1e-3));
    }
  }

  @Test
  void should_carry_what_was_seen_into_missing_pixels_nearby() {
    ImageStack truth = middleGrey();
    ImageStack brighter = truth.copy();
    for (int k = 0; k < SHAPE.size(); k++) {
      brighter.pixels()[k] = 0.8f;
    }
    ImageStack y = HOLE.sample(brighter, new SplittableRandom(1));
    ImageStack alone = truth.copy();
    ImageStack together = truth.copy();

    residuals(0.25, 0).correct(Problem.of(y, HOLE), alone, new double[1]);
    residuals(0.25, 1.5).correct(Problem.of(y, HOLE), together, new double[1]);

    int edgeOfHole = 2 * SHAPE.width() + 3;
    assertThat(HOLE.observed().orElseThrow().pixels()[edgeOfHole]).isZero();
    assertThat(alone.pixels()[edgeOfHole]).isEqualTo(0.5f);
    assertThat(together.pixels()[edgeOfHole]).isGreaterThan(0.6f);
    assertThat(meanSquare(together, brighter)).isLessThan(meanSquare(alone, brighter));
  }

  @Test
  void should_lower_the_objective_below_that_of_no_residual() {
    ImageStack y = HOLE.sample(uniform(3, SHAPE, 1), new SplittableRandom(1));
    ImageStack x = PRIOR.draw(3, 2);
    double[] before = HOLE.likelihood(y).values(x);
    double[] objective = new double[3];

    residuals(0.25, 1).correct(Problem.of(y, HOLE), x, objective);

    double[] after = HOLE.likelihood(y).values(x);
    for (int i = 0; i < 3; i++) {
      assertThat(objective[i]).isBetween(0.0, before[i]);
      assertThat(after[i]).isLessThan(before[i]);
    }
  }

  @Test
  void should_be_sure_of_flat_black_and_unsure_of_edges() {
    ImageStack decoded = ImageStack.zeros(1, Shape.grey(3, 6));
    for (int row = 0; row < 3; row++) {
      decoded.pixels()[row * 6 + 4] = 1f;
      decoded.pixels()[row * 6 + 5] = 1f;
    }
    ImageStack deviations = decoded.like();

    LocalVariance.deviations(decoded, 0.36, deviations);

    // Flat: the floor alone, sqrt(1e-6). At the edge: sqrt(0.36 / 4).
    assertThat(deviations.pixels()[6 + 1]).isCloseTo(0.001f, within(1e-5f));
    assertThat(deviations.pixels()[6 + 3]).isCloseTo(0.3f, within(1e-4f));
    assertThat(deviations.pixels()[6 + 4]).isCloseTo(0.3f, within(1e-4f));
    assertThat(deviations.pixels()[6 + 5]).isCloseTo(0.001f, within(1e-5f));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 3, 10})
  void should_correlate_by_a_symmetric_positive_matrix_with_ones_on_its_diagonal(double length) {
    Smoothing smoothing = new Smoothing(SHAPE, length);
    for (int seed = 0; seed < 20; seed++) {
      ImageStack a = centred(seed);
      ImageStack b = centred(100 + seed);
      ImageStack smoothA = a.copy();
      ImageStack smoothB = b.copy();
      correlate(smoothing, smoothA);
      correlate(smoothing, smoothB);

      // Float32 sums of 80 values that a correlation over the whole image enlarges 80-fold.
      assertThat(dot(smoothA, b)).isCloseTo(dot(a, smoothB), within(1e-3));
      assertThat(dot(smoothA, a)).isPositive();
    }
    ImageStack point = ImageStack.zeros(1, SHAPE);
    point.pixels()[37] = 1f;
    correlate(smoothing, point);
    assertThat(point.pixels()[37]).isCloseTo(1f, within(1e-6f));
  }

  private static ResidualModel residuals(double scale, double length) {
    return new ResidualModel(new FormulaResiduals(SHAPE, scale, length));
  }

  /** Overwrites {@code t} with {@code F Fᵀ t}. */
  private static void correlate(Smoothing smoothing, ImageStack t) {
    ImageStack white = ImageStack.zeros(t.count(), smoothing.white());
    smoothing.applyAdjoint(t, white);
    smoothing.apply(white, t);
  }

  private static ImageStack middleGrey() {
    ImageStack image = ImageStack.zeros(1, SHAPE);
    for (int k = 0; k < SHAPE.size(); k++) {
      image.pixels()[k] = 0.5f;
    }
    return image;
  }

  private static ImageStack centred(long seed) {
    ImageStack image = uniform(1, SHAPE, seed);
    for (int k = 0; k < SHAPE.size(); k++) {
      image.pixels()[k] -= 0.5f;
    }
    return image;
  }
}
