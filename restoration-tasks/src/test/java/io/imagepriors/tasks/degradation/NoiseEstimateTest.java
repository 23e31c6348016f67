package io.imagepriors.tasks.degradation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The noise level that {@code sigma=auto} finds in degraded images. */
class NoiseEstimateTest {
  private static final Shape SHAPE = Shape.grey(40, 40);

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.5})
  void should_find_the_noise_of_an_image_with_edges(double sigma) {
    ImageStack y = noisy(stripes(), sigma);

    double found = open(new GaussianNoise(), "sigma", "auto").fittedTo(y).sigma();

    // 1,521 squares that overlap, of which a fifth see an edge.
    assertThat(found / sigma).isCloseTo(1, within(0.15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3})
  void should_find_noise_that_a_picture_has_cut_off_below_black(double sigma) {
    ImageStack y = noisy(stripes(), sigma);
    y.clamp();

    double found = open(new GaussianNoise(), "sigma", "auto").fittedTo(y).sigma();

    // A median of some 600 values; white stripes add few values near black.
    assertThat(found / sigma).isCloseTo(1, within(0.15));
  }

  @Test
  void should_look_at_seen_pixels_alone() {
    ForwardModel model = open(new Mask(), "sigma", "auto", "hole", "20");
    ImageStack y = noisy(stripes(), 0.1);
    float[] seen = model.observed().orElseThrow().pixels();
    for (int k = 0; k < seen.length; k++) {
      if (seen[k] == 0) {
        y.pixels()[k] = k % 7;
      }
    }

    ForwardModel fitted = model.fittedTo(y);

    assertThat(fitted.sigma()).isCloseTo(0.1, within(0.02)); // three quarters of the squares
    assertThat(fitted.observed().orElseThrow().pixels()).isEqualTo(seen);
    assertThat(fitted.likelihood(y).values(stripes())[0]).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"blur,gaussian,1.5", "downsample,factor,2"})
  void should_find_the_noise_after_an_operator(String name, String key, String value) {
    Degradation degradation = name.equals("blur") ? new Blur() : new Downsample();
    double sigma = 0.1;
    ForwardModel known = open(degradation, key, value, "sigma", "0.1");
    ImageStack y = known.sample(stripes(), new SplittableRandom(2));

    ForwardModel fitted = open(degradation, key, value, "sigma", "auto").fittedTo(y);

    // Downsampled, 361 squares are left, most of which see an edge.
    assertThat(fitted.sigma() / sigma).isBetween(0.8, 1.5);
  }

  @Test
  void should_leave_a_known_level_alone() {
    ForwardModel model = open(new GaussianNoise(), "sigma", "0.3");

    assertThat(model.fittedTo(noisy(stripes(), 0.1)).sigma()).isEqualTo(0.3);
  }

  @Test
  void should_find_the_noise_of_the_last_of_a_sequence() {
    ForwardModel blur = open(new Blur(), "sigma", "0.5");
    ForwardModel model = blur.then(open(new GaussianNoise(), "sigma", "auto"));
    ImageStack y = noisy(stripes(), 0.1);

    assertThat(model.fittedTo(y).sigma()).isCloseTo(0.1, within(0.015));
  }

  @Test
  void should_refuse_to_simulate_what_it_does_not_know() {
    ForwardModel model = open(new GaussianNoise(), "sigma", "auto");

    assertThatThrownBy(() -> model.sample(stripes(), new SplittableRandom(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("sigma=auto is for restoring an image: to simulate noise, give a number");
  }

  @Test
  void should_say_when_too_little_is_seen() {
    ForwardModel model = open(new Mask(), "sigma", "auto", "missing", "0.99");

    assertThatThrownBy(() -> model.fittedTo(noisy(stripes(), 0.1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("sigma=auto")
        .hasMessageContaining("give sigma as a number");
  }

  @Test
  void should_give_clean_images_a_level_above_0() {
    ImageStack flat = ImageStack.zeros(1, SHAPE);

    assertThat(open(new GaussianNoise(), "sigma", "auto").fittedTo(flat).sigma()).isPositive();
  }

  private static ForwardModel open(Degradation degradation, String... settings) {
    var parameters = degradation.descriptor().defaults();
    for (int i = 0; i < settings.length; i += 2) {
      parameters = parameters.with(settings[i], settings[i + 1]);
    }
    return degradation.bind(SHAPE, parameters);
  }

  /** Black with a white bar of 4 pixels every 20 columns. */
  private static ImageStack stripes() {
    ImageStack image = ImageStack.zeros(1, SHAPE);
    for (int k = 0; k < SHAPE.size(); k++) {
      image.pixels()[k] = k % 20 >= 8 && k % 20 < 12 ? 1f : 0f;
    }
    return image;
  }

  private static ImageStack noisy(ImageStack clean, double sigma) {
    ImageStack y = clean.copy();
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < y.pixels().length; k++) {
      y.pixels()[k] += (float) (sigma * random.nextGaussian());
    }
    return y;
  }
}
