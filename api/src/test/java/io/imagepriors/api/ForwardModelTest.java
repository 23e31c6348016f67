package io.imagepriors.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the interface gives by itself, shown on an operator that sums neighbouring pairs. */
class ForwardModelTest {
  private static final Shape CLEAN = Shape.grey(2, 4);
  private static final Shape DEGRADED = Shape.grey(2, 2);

  /** {@code y_k = x_2k + x_2k+1}. */
  private static final class PairSums implements ForwardModel {
    @Override
    public Shape clean() {
      return CLEAN;
    }

    @Override
    public Shape degraded() {
      return DEGRADED;
    }

    @Override
    public double sigma() {
      return 0.5;
    }

    @Override
    public void apply(ImageStack x, ImageStack y) {
      for (int k = 0; k < y.pixels().length; k++) {
        y.pixels()[k] = x.pixels()[2 * k] + x.pixels()[2 * k + 1];
      }
    }

    @Override
    public void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
      for (int k = 0; k < cotangent.pixels().length; k++) {
        gradient.pixels()[2 * k] = cotangent.pixels()[k];
        gradient.pixels()[2 * k + 1] = cotangent.pixels()[k];
      }
    }
  }

  private final ForwardModel model = new PairSums();
  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void should_give_a_likelihood_whose_gradient_matches_finite_differences() {
    ImageStack x = randomImages(3);
    Energy likelihood = model.likelihood(model.sample(randomImages(3), random));
    ImageStack gradient = x.like();
    likelihood.valueAndGradient(x, new double[3], gradient);

    // The likelihood is quadratic, so central differences are exact but for float32 rounding of
    // x + step: 1e-7 relative of a value near 10, over a step of 0.01.
    float step = 0.01f;
    for (int i = 0; i < x.pixels().length; i++) {
      ImageStack up = x.copy();
      up.pixels()[i] += step;
      ImageStack down = x.copy();
      down.pixels()[i] -= step;
      int image = i / CLEAN.size();
      double slope = (likelihood.values(up)[image] - likelihood.values(down)[image]) / (2 * step);
      assertThat((double) gradient.pixels()[i]).isCloseTo(slope, within(1e-3));
    }
  }

  @Test
  void should_give_zero_likelihood_energy_at_the_truth_without_noise() {
    ImageStack x = randomImages(2);
    ImageStack y = ImageStack.zeros(2, DEGRADED);
    model.apply(x, y);

    assertThat(model.likelihood(y).values(x)).containsExactly(0, 0);
  }

  @Test
  void should_compare_one_observation_with_many_images() {
    ImageStack x = randomImages(3);
    ImageStack y = model.sample(x.image(0), random);

    double[] together = model.likelihood(y).values(x);

    for (int i = 0; i < 3; i++) {
      assertThat(together[i]).isEqualTo(model.likelihood(y).values(x.image(i))[0]);
    }
  }

  @Test
  void should_refuse_another_number_of_images_than_observed() {
    Energy likelihood = model.likelihood(ImageStack.zeros(2, DEGRADED));

    assertThatThrownBy(() -> likelihood.values(randomImages(3)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("images must be as many as the degraded 2, got 3");
  }

  @Test
  void should_refuse_observations_that_do_not_fit() {
    ImageStack broken = ImageStack.zeros(1, DEGRADED);
    broken.pixels()[3] = Float.POSITIVE_INFINITY;

    assertThatThrownBy(() -> model.likelihood(broken)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> model.likelihood(ImageStack.zeros(1, CLEAN)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("degraded images must have shape 1x2x2, got 1x2x4");
  }

  @Test
  void should_not_see_later_changes_of_the_observation() {
    ImageStack x = randomImages(1);
    ImageStack y = model.sample(x, random);
    Energy likelihood = model.likelihood(y);
    double before = likelihood.values(x)[0];

    y.pixels()[0] = 100;

    assertThat(likelihood.values(x)[0]).isEqualTo(before);
  }

  @Test
  void should_repeat_a_sample_with_its_seed() {
    ImageStack x = randomImages(2);

    ImageStack first = model.sample(x, new SplittableRandom(1));
    ImageStack second = model.sample(x, new SplittableRandom(1));

    assertThat(first.pixels()).isEqualTo(second.pixels());
    assertThat(first.pixels()).isNotEqualTo(model.sample(x, new SplittableRandom(2)).pixels());
  }

  @Test
  void should_start_from_an_estimate_of_the_clean_shape_in_range() {
    ImageStack estimate = model.firstEstimate(model.sample(randomImages(2), random));

    assertThat(estimate.shape()).isEqualTo(CLEAN);
    for (float value : estimate.pixels()) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  private ImageStack randomImages(int count) {
    ImageStack images = ImageStack.zeros(count, CLEAN);
    for (int i = 0; i < images.pixels().length; i++) {
      images.pixels()[i] = (float) random.nextDouble();
    }
    return images;
  }

  @Test
  void should_give_a_likelihood_that_refuses_wrong_sizes_before_it_writes() {
    Energy likelihood = model.likelihood(ImageStack.zeros(1, DEGRADED));
    ImageStack x = ImageStack.zeros(2, CLEAN);
    double[] values = {9, 9};

    assertThatThrownBy(() -> likelihood.valueAndGradient(x, new double[1], x.like()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("values must have a place for each of 2 images, got 1");
    assertThatThrownBy(() -> likelihood.valueAndGradient(x, values, ImageStack.zeros(1, CLEAN)))
        .isInstanceOf(InvalidInputException.class);
    assertThat(values).containsOnly(9);
  }

  @Test
  void should_apply_one_model_after_another_with_the_noise_of_the_last() {
    ForwardModel twice = model.then(new Halving());
    ImageStack x = randomImages(2);
    ImageStack sums = ImageStack.zeros(2, DEGRADED);
    model.apply(x, sums);
    ImageStack y = ImageStack.zeros(2, DEGRADED);

    twice.apply(x, y);

    for (int k = 0; k < y.pixels().length; k++) {
      assertThat(y.pixels()[k]).isEqualTo(sums.pixels()[k] / 2);
    }
    assertThat(twice.clean()).isEqualTo(CLEAN);
    assertThat(twice.degraded()).isEqualTo(DEGRADED);
    assertThat(twice.sigma()).isEqualTo(0.1);
    assertThat(twice.sample(x, new SplittableRandom(1)).pixels())
        .isEqualTo(new Halving().sample(sums, new SplittableRandom(1)).pixels());
    assertThat(twice.observed()).isEmpty();
  }

  @Test
  void should_say_which_values_were_measured_after_both_models() {
    ForwardModel masked =
        new Halving(Optional.of(ImageStack.wrap(DEGRADED, new float[] {1, 0, 1, 1})));

    assertThat(model.measured()).isEmpty();
    assertThat(masked.measured())
        .hasValueSatisfying(m -> assertThat(m.pixels()).containsExactly(1, 0, 1, 1));
    assertThat(model.then(masked).measured())
        .hasValueSatisfying(m -> assertThat(m.pixels()).containsExactly(1, 0, 1, 1));
    assertThat(model.then(masked).observed()).isEmpty();
    assertThat(masked.then(new Halving()).measured()).isEmpty();
  }

  @Test
  void should_pull_gradients_back_through_both_models() {
    ForwardModel twice = model.then(new Halving());
    ImageStack x = randomImages(1);
    ImageStack cotangent = ImageStack.wrap(DEGRADED, new float[] {1, 2, 3, 4});
    ImageStack gradient = x.like();

    twice.adjoint(x, cotangent, gradient);

    assertThat(gradient.pixels()).containsExactly(0.5f, 0.5f, 1, 1, 1.5f, 1.5f, 2, 2);
  }

  @Test
  void should_refuse_a_next_model_for_another_shape() {
    assertThatThrownBy(() -> new Halving().then(model))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("degradation to apply next must take images of shape 1x2x2, got 1x2x4");
  }

  /** {@code y = x / 2}. */
  private record Halving(Optional<ImageStack> observed) implements ForwardModel {
    Halving() {
      this(Optional.empty());
    }

    @Override
    public Shape clean() {
      return DEGRADED;
    }

    @Override
    public double sigma() {
      return 0.1;
    }

    @Override
    public void apply(ImageStack x, ImageStack y) {
      for (int k = 0; k < y.pixels().length; k++) {
        y.pixels()[k] = x.pixels()[k] / 2;
      }
    }

    @Override
    public void adjoint(ImageStack x, ImageStack cotangent, ImageStack gradient) {
      apply(cotangent, gradient);
    }
  }
}
