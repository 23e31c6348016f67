package io.imagepriors.tasks.restorer;

import static io.imagepriors.tasks.Checks.dot;
import static io.imagepriors.tasks.Checks.moved;
import static io.imagepriors.tasks.Checks.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The parts of the restorers against minimisers known in closed form. */
class MinimisersTest {
  private static final Shape SHAPE = Shape.grey(8, 10);
  private static final ToyPrior PRIOR = new ToyPrior(SHAPE, 3, 4);
  private static final ForwardModel NOISE = RestorersTest.noise();

  /** A step of 1e-2 in values of order 100: float32 rounding over the step stays below this. */
  private static final double DIFFERENCE_TOLERANCE = 1e-3;

  @Test
  void should_have_a_posterior_with_the_gradient_of_its_value() {
    ImageStack y = uniform(3, SHAPE, 1);
    ImageStack x = uniform(3, SHAPE, 2);
    ImageStack direction = uniform(3, SHAPE, 3);
    Posterior posterior = new Posterior(Problem.of(y, NOISE), PRIOR, 0.02);
    double[] values = new double[3];
    ImageStack gradient = x.like();
    double step = 1e-2;

    posterior.valueAndGradient(x, values, gradient);
    double[] ahead = posterior.values(moved(x, direction, step));
    double[] behind = posterior.values(moved(x, direction, -step));

    assertThat(posterior.values(x)).containsExactly(values);
    for (int i = 0; i < 3; i++) {
      double slope = dot(gradient.image(i), direction.image(i));
      assertThat((ahead[i] - behind[i]) / (2 * step))
          .isCloseTo(slope, within(DIFFERENCE_TOLERANCE * Math.abs(slope)));
    }
  }

  /**
   * The toy's posterior splits: along the decoder's plane the data alone decide, {@code x = P y};
   * across it {@code r = (I - P)(y - b)} shrinks to {@code (1 - tau/||r||)₊ r}, {@code tau =
   * sigma²/T}.
   */
  @Test
  void should_find_the_most_probable_image() {
    ImageStack y = NOISE.sample(PRIOR.draw(2, 1), new SplittableRandom(2));
    double temperature = 0.05;
    Restorer map = new MapRestorer();
    Parameters parameters =
        map.descriptor().defaults().with("temperature", "0.05").with("steps", "600");

    ImageStack found = map.restore(y, NOISE, PRIOR, parameters, Monitor.none()).images();

    ImageStack away = y.like();
    double[] norms = new double[2];
    PRIOR.valueAndGradient(y, norms, away);
    double tau = NOISE.sigma() * NOISE.sigma() / temperature;
    for (int i = 0; i < 2; i++) {
      double removed = Math.min(norms[i], tau);
      for (int k = y.offset(i); k < y.offset(i) + SHAPE.size(); k++) {
        float expected = y.pixels()[k] - (float) removed * away.pixels()[k];
        float inRange = Math.max(0f, Math.min(1f, expected));
        // Pixels cut at 0 and 1 push the others by a little; Adam stops within its last steps.
        assertThat(found.pixels()[k]).isCloseTo(inRange, within(0.03f));
      }
    }
  }

  @Test
  void should_find_the_code_that_explains_the_seen_pixels() {
    ForwardModel hole = RestorersTest.hole();
    ImageStack truth = PRIOR.draw(3, 1);
    ImageStack y = ImageStack.zeros(3, SHAPE);
    hole.apply(truth, y);
    Restorer latent = new LatentMapRestorer();
    Parameters one = latent.descriptor().defaults().with("survivors", "1");

    ImageStack found = latent.restore(y, hole, PRIOR, one, Monitor.none()).images();

    // Without noise the truth's own code fits exactly; what is left is the tolerance of the end.
    for (int k = 0; k < truth.pixels().length; k++) {
      float inRange = Math.max(0f, Math.min(1f, truth.pixels()[k]));
      assertThat(found.pixels()[k]).isCloseTo(inRange, within(2e-3f));
    }
  }

  @Test
  void should_map_codes_to_logits_and_back() {
    float[] codes = {0f, 1e-9f, 0.1f, 0.5f, 0.999f, 1f};
    float[] logits = new float[6];
    float[] back = new float[6];

    Logits.ofCodes(codes, logits);
    Logits.toCodes(logits, back);

    for (int k = 0; k < codes.length; k++) {
      assertThat(logits[k]).isBetween(-6f, 6f);
      // The bounds of the logits are 0.0025 away from the walls of the cube.
      assertThat(back[k]).isCloseTo(codes[k], within(0.0025f));
    }
  }

  @Test
  void should_chain_the_slope_of_the_codes() {
    float[] logits = {-1.5f, 0f, 2f};
    float[] codes = new float[3];
    float[] ahead = new float[3];
    float[] gradient = {1f, 1f, 1f};
    Logits.toCodes(logits, codes);
    Logits.toCodes(new float[] {-1.49f, 0.01f, 2.01f}, ahead);

    Logits.chain(codes, gradient);

    for (int k = 0; k < 3; k++) {
      // A forward difference over 0.01 of a function whose second derivative stays below 0.1.
      assertThat((ahead[k] - codes[k]) / 0.01f).isCloseTo(gradient[k], within(1e-3f));
    }
  }

  @Test
  void should_lower_a_quadratic_by_adam_whatever_its_scale() {
    for (float scale : new float[] {1e-3f, 1f, 1e3f}) {
      float[] x = {3f, -2f};
      float[] gradient = new float[2];
      Adam adam = new Adam(2);
      CosineDecay decay = new CosineDecay(0.2, 200);
      for (int step = 0; step < 200; step++) {
        gradient[0] = scale * (x[0] - 1);
        gradient[1] = scale * 9 * (x[1] - 1);
        adam.step(x, gradient, decay.rate(step));
      }
      // The last steps are below 1e-4 of the first.
      assertThat(x[0]).isCloseTo(1f, within(1e-2f));
      assertThat(x[1]).isCloseTo(1f, within(1e-2f));
    }
  }

  @Test
  void should_choose_the_nearest_of_the_pool() {
    StartPool pool = StartPool.draw(PRIOR, NOISE, 300, 7);
    CodeStack codes = CodeStack.zeros(2, 3);
    ImageStack truth = PRIOR.draw(1, 3);
    CodeStack code = CodeStack.zeros(1, 3);
    PRIOR.encode(truth, code);

    pool.chooseFor(truth, 0, 2, codes, 0);

    double first = distance(codes.code(0), code.code(0));
    double second = distance(codes.code(1), code.code(0));
    assertThat(first).isLessThanOrEqualTo(second);
    // 300 uniform points in a cube of 3 dimensions: one is nearer than 0.25 but once in 10^7.
    assertThat(second).isLessThan(0.25);
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return Math.sqrt(sum);
  }
}
