package io.imagepriors.tasks.degradation;

import static io.imagepriors.tasks.Checks.dot;
import static io.imagepriors.tasks.Checks.meanSquare;
import static io.imagepriors.tasks.Checks.moved;
import static io.imagepriors.tasks.Checks.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every degradation promises, for every kind of mask and for noise. */
class DegradationsTest {
  private static final Shape COLOUR = new Shape(3, 9, 12);

  /** Sums of some hundred float32 products, each exact to 6e-8, differ by less than this. */
  private static final double SUM_TOLERANCE = 1e-5;

  /**
   * A quadratic has no error of the central difference but rounding: values near 1e3 in float32
   * pixels, divided by a step of 1e-2.
   */
  private static final double DIFFERENCE_TOLERANCE = 1e-3;

  static ForwardModel bind(String spec, Shape shape) {
    String[] parts = spec.split(":", 2);
    Degradation degradation = parts[0].equals("mask") ? new Mask() : new GaussianNoise();
    Parameters parameters = degradation.descriptor().defaults();
    if (parts.length == 2) {
      for (String setting : parts[1].split(",", -1)) {
        String[] pair = setting.split("=", 2);
        parameters = parameters.with(pair[0], pair[1]);
      }
    }
    return degradation.bind(shape, parameters);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gaussian-noise",
        "mask",
        "mask:hole=4x6,sigma=0.5",
        "mask:half=left",
        "mask:missing=0.8,seed=3"
      })
  void should_have_an_adjoint(String spec) {
    ForwardModel model = bind(spec, COLOUR);
    ImageStack x = uniform(2, model.clean(), 1);
    ImageStack y = uniform(2, model.degraded(), 2);
    ImageStack forward = ImageStack.zeros(2, model.degraded());
    ImageStack back = x.like();

    model.apply(x, forward);
    model.adjoint(x, y, back);

    assertThat(dot(forward, y)).isCloseTo(dot(x, back), within(SUM_TOLERANCE * dot(x, x)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian-noise", "mask:sigma=0.1", "mask:missing=0.5,sigma=0.3"})
  void should_have_a_likelihood_with_the_gradient_of_its_value(String spec) {
    ForwardModel model = bind(spec, COLOUR);
    ImageStack y = uniform(3, model.degraded(), 1);
    ImageStack x = uniform(3, model.clean(), 2);
    ImageStack direction = uniform(3, model.clean(), 3);
    Energy likelihood = model.likelihood(y);
    double[] values = new double[3];
    ImageStack gradient = x.like();
    double step = 1e-2;

    likelihood.valueAndGradient(x, values, gradient);
    double[] ahead = likelihood.values(moved(x, direction, step));
    double[] behind = likelihood.values(moved(x, direction, -step));

    assertThat(likelihood.values(x)).containsExactly(values);
    for (int i = 0; i < 3; i++) {
      double slope = dot(gradient.image(i), direction.image(i));
      double difference = (ahead[i] - behind[i]) / (2 * step);
      assertThat(difference).isCloseTo(slope, within(DIFFERENCE_TOLERANCE * Math.abs(slope)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian-noise", "mask", "mask:half=upper", "mask:missing=0.9"})
  void should_be_least_at_the_truth_without_noise(String spec) {
    ForwardModel model = bind(spec, COLOUR);
    ImageStack truth = uniform(2, model.clean(), 1);
    ImageStack y = ImageStack.zeros(2, model.degraded());
    model.apply(truth, y);
    Energy likelihood = model.likelihood(y);
    double[] values = new double[2];
    ImageStack gradient = truth.like();

    likelihood.valueAndGradient(truth, values, gradient);

    assertThat(values).containsExactly(0, 0);
    assertThat(gradient.pixels()).containsOnly(0f);
    assertThat(likelihood.values(uniform(2, model.clean(), 2))[0]).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian-noise", "mask"})
  void should_compare_one_degraded_image_with_every_image_of_a_stack(String spec) {
    ForwardModel model = bind(spec, COLOUR);
    ImageStack y = uniform(1, model.degraded(), 1);
    ImageStack x = uniform(3, model.clean(), 2);

    double[] together = model.likelihood(y).values(x);

    for (int i = 0; i < 3; i++) {
      assertThat(together[i]).isEqualTo(model.likelihood(y).values(x.image(i))[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian-noise:sigma=0.2", "mask:sigma=0.2,hole=2"})
  void should_add_noise_of_its_sigma_where_pixels_are_seen(String spec) {
    ForwardModel model = bind(spec, Shape.grey(50, 60));
    ImageStack x = uniform(2, model.clean(), 1);
    ImageStack kept = x.like();
    model.apply(x, kept);

    ImageStack y = model.sample(x, new SplittableRandom(1));

    // The mean square of 6,000 normal values has a relative standard deviation of 1.8%.
    double variance = meanSquare(y, kept);
    assertThat(Math.sqrt(variance)).isCloseTo(0.2, within(0.01));
    assertThat(model.sample(x, new SplittableRandom(1)).pixels()).containsExactly(y.pixels());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian-noise", "mask", "mask:half=lower", "mask:missing=0.8"})
  void should_give_a_first_estimate_within_range(String spec) {
    ForwardModel model = bind(spec, COLOUR);
    ImageStack truth = uniform(2, model.clean(), 1);
    ImageStack y = model.sample(truth, new SplittableRandom(1));

    ImageStack first = model.firstEstimate(y);

    assertThat(first.shape()).isEqualTo(model.clean());
    for (float value : first.pixels()) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian-noise", "mask"})
  void should_refuse_images_of_another_shape(String spec) {
    ForwardModel model = bind(spec, COLOUR);
    ImageStack other = ImageStack.zeros(1, Shape.grey(9, 12));
    ImageStack right = ImageStack.zeros(1, COLOUR);

    assertThatThrownBy(() -> model.likelihood(other))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("degraded images must have shape 3x9x12, got 1x9x12");
    assertThatThrownBy(() -> model.apply(other, right)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> model.likelihood(right).values(other))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () -> model.likelihood(ImageStack.zeros(2, COLOUR)).values(ImageStack.zeros(3, COLOUR)))
        .hasMessage("images must be as many as the degraded 2, got 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "10.5", "NaN", "much"})
  void should_refuse_a_noise_level_out_of_range(String sigma) {
    assertThatThrownBy(() -> bind("gaussian-noise:sigma=" + sigma, COLOUR))
        .hasMessage("parameter 'sigma' must be in (0, 10], got " + sigma);
  }
}
