package io.imagepriors.tasks.restorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the candidates of an image are thinned out and averaged. */
class CandidatesTest {
  private static final ToyPrior PRIOR = new ToyPrior(Shape.grey(8, 10), 3, 4);

  @Test
  void should_keep_the_best_of_each_image_within_the_margin() {
    Candidates candidates = Candidates.evenly(codes(0, 1, 2, 3, 4, 5, 6, 7, 8), 3);
    double[] values = {5, 3, 4, 10, 90, 80, 7, 7, 7};

    Candidates best = candidates.only(candidates.best(values, 2, 20));

    // Image 0: the two lowest of three; image 1: only one within 20; image 2: the first of equals.
    assertThat(best.codes().values()).containsExactly(1, 2, 3, 6, 7);
    assertThat(IntStream.range(0, best.count()).map(best::owner)).containsExactly(0, 0, 1, 2, 2);
  }

  @Test
  void should_keep_a_code_of_every_image_even_if_no_value_is_a_number() {
    Candidates candidates = Candidates.evenly(codes(0, 1, 2, 3), 2);

    int[] best = candidates.best(new double[] {Double.NaN, Double.NaN, 2, 1}, 1, 0);

    assertThat(best).containsExactly(0, 3);
  }

  @Test
  void should_average_survivors_by_how_well_they_fit() {
    ForwardModel noise = RestorersTest.noise();
    double spread = 0.5;
    CodeStack two = CodeStack.zeros(2, 3);
    two.values()[0] = 0.3f;
    two.values()[3] = 0.4f;
    for (int k : new int[] {1, 2, 4, 5}) {
      two.values()[k] = 0.5f;
    }
    ImageStack decoded = ImageStack.zeros(2, PRIOR.shape());
    PRIOR.decode(two, decoded);
    Problem problem = Problem.of(decoded.image(0), noise);
    Decoded survivors = new Decoded(Candidates.evenly(two, 1), problem, PRIOR);
    Estimates estimates = new Estimates(ImageStack.zeros(1, PRIOR.shape()));

    new Blend(noise.sigma(), spread).apply(survivors, problem.likelihood(), estimates);

    // The codes lie 0.1 apart along a direction of length 4: a squared misfit of 0.16.
    double variance = spread * spread + noise.sigma() * noise.sigma();
    double second = Math.exp(-0.16 / (2 * variance));
    double share = second / (1 + second);
    for (int k = 0; k < PRIOR.shape().size(); k++) {
      double expected = (1 - share) * decoded.pixels()[k] + share * decoded.image(1).pixels()[k];
      // Weighted sums in float32.
      assertThat((double) estimates.images().pixels()[k]).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void should_have_a_margin_beyond_which_a_survivor_weighs_less_than_a_share() {
    // exp(-(S - S_0) / (2 (spread² + sigma²))) with S = 2 sigma² value, at spread = sigma = 1.
    Blend blend = new Blend(1, 1);

    assertThat(blend.margin(Math.exp(-3))).isCloseTo(6, within(1e-9));
  }

  private static CodeStack codes(float... values) {
    return CodeStack.wrap(1, values);
  }
}
