package io.imagepriors.tasks.restorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Shape;
import io.imagepriors.api.Uncertainty;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Draws from a posterior: of residuals, of codes and of whole restorations. */
class PosteriorTest {
  private static final Shape SHAPE = Shape.grey(8, 10);
  private static final ToyPrior PRIOR = new ToyPrior(SHAPE, 3, 4);
  private static final ForwardModel NOISE = RestorersTest.noise();
  private static final ForwardModel HOLE = RestorersTest.hole();

  @Test
  void should_draw_residuals_around_the_most_probable_one() {
    int draws = 2000;
    ImageStack grey = grey(1);
    ImageStack y = HOLE.sample(grey, new SplittableRandom(1));
    ImageStack mean = grey.copy();
    ResidualModel residuals = new ResidualModel(new FormulaResiduals(SHAPE, 0.05, 1));
    residuals.correct(Problem.of(y, HOLE), mean, new double[1]);
    ImageStack drawn = grey(draws);

    residuals.draw(Problem.of(y.gather(new int[draws]), HOLE), drawn, randoms(draws));

    double[] means = moments(drawn, 1);
    for (int k = 0; k < SHAPE.size(); k++) {
      // Four standard errors of the mean: a deviation of at most sqrt(.05 / 4) over 2000 draws.
      assertThat(means[k]).isCloseTo(mean.pixels()[k], within(0.01));
    }
  }

  @Test
  void should_draw_residuals_with_the_variance_that_the_data_leave() {
    int draws = 2000;
    double scale = 0.05;
    ImageStack y = HOLE.sample(grey(1), new SplittableRandom(1));
    ImageStack drawn = grey(draws);

    new ResidualModel(new FormulaResiduals(SHAPE, scale, 0))
        .draw(Problem.of(y.gather(new int[draws]), HOLE), drawn, randoms(draws));

    // Pixels are independent: v where nothing was seen, else v sigma² / (v + sigma²).
    double v = scale / 4;
    double noise = HOLE.sigma() * HOLE.sigma();
    double[] means = moments(drawn, 1);
    double[] squares = moments(drawn, 2);
    float[] seen = HOLE.observed().orElseThrow().pixels();
    for (int k = 0; k < SHAPE.size(); k++) {
      double expected = seen[k] == 0 ? v : v * noise / (v + noise);
      double variance = squares[k] - means[k] * means[k];
      // A variance over 2000 draws has a relative error of 3%; five of them.
      assertThat(variance).isCloseTo(expected, within(0.16 * expected + 1e-6));
    }
  }

  @Test
  void should_draw_codes_evenly_where_nothing_was_seen() {
    int draws = 400;
    ImageStack y = ImageStack.zeros(1, SHAPE);
    Problem problem = Problem.of(y, NOISE);
    // A weight of 0 takes the data away.
    CodeSampler sampler = new CodeSampler(problem, PRIOR, 0);
    Candidates corner = Candidates.evenly(CodeStack.zeros(1, PRIOR.dimension()), 1);

    LangevinChains chains = sampler.chains(sampler.mixtures(corner), randoms(draws));
    for (int step = 0; step < 40; step++) {
      chains.step();
    }

    double[] codes = chains.codes().filter(z -> z < 0.25).toArray();
    // A quarter of 1200 independent numbers, give or take four standard errors of 1.25%.
    assertThat(codes.length / (double) (draws * PRIOR.dimension())).isCloseTo(0.25, within(0.05));
  }

  @Test
  void should_say_how_far_its_draws_lie_apart() {
    ImageStack y = HOLE.sample(PRIOR.draw(3, 1), new SplittableRandom(2));

    Restoration found = restore(y);

    Uncertainty uncertainty = found.uncertainty().orElseThrow();
    assertThat(uncertainty.draws()).hasSize(32);
    assertThat(uncertainty.deviation().count()).isEqualTo(3);
    for (int k = 0; k < y.pixels().length; k++) {
      int at = k;
      double mean =
          uncertainty.draws().stream().mapToDouble(d -> d.pixels()[at]).average().orElseThrow();
      assertThat((double) found.images().pixels()[k]).isCloseTo(mean, within(1e-5)); // float sums
    }
  }

  @Test
  void should_say_nothing_when_it_was_stopped() {
    ImageStack y = NOISE.sample(PRIOR.draw(2, 1), new SplittableRandom(2));
    PosteriorRestorer restorer = new PosteriorRestorer();

    Restoration stopped =
        restorer.restore(
            y, NOISE, PRIOR, restorer.descriptor().defaults(), p -> !p.stage().equals("sample"));

    assertThat(stopped.uncertainty()).isEmpty();
  }

  private static Restoration restore(ImageStack y) {
    PosteriorRestorer restorer = new PosteriorRestorer();
    return restorer.restore(y, HOLE, PRIOR, restorer.descriptor().defaults(), Monitor.none());
  }

  private static ImageStack grey(int count) {
    ImageStack grey = ImageStack.zeros(count, SHAPE);
    Arrays.fill(grey.pixels(), 0.5f);
    return grey;
  }

  private static List<SplittableRandom> randoms(int count) {
    SplittableRandom source = new SplittableRandom(7);
    return Stream.generate(source::split).limit(count).toList();
  }

  private static double[] moments(ImageStack draws, int power) {
    double[] means = new double[SHAPE.size()];
    IntStream.range(0, draws.pixels().length)
        .forEach(
            k -> means[k % means.length] += Math.pow(draws.pixels()[k], power) / draws.count());
    return means;
  }
}
