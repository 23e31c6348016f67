package io.imagepriors.runtime.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ClassifierModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import org.junit.jupiter.api.Test;

class SampleQualityTest {
  private static final Shape ONE_PIXEL = Shape.grey(1, 1);

  /** The probability of class 1 is the pixel, and so is the only feature. */
  private static final class Pixel implements ClassifierModel {
    @Override
    public Shape shape() {
      return ONE_PIXEL;
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public int features() {
      return 1;
    }

    @Override
    public void classify(ImageStack x, float[] probabilities, float[] features) {
      for (int i = 0; i < x.count(); i++) {
        probabilities[2 * i] = 1 - x.pixels()[i];
        probabilities[2 * i + 1] = x.pixels()[i];
        features[i] = x.pixels()[i];
      }
    }
  }

  private static ImageStack images(float... pixels) {
    return ImageStack.wrap(ONE_PIXEL, pixels);
  }

  @Test
  void should_compare_samples_with_real_images_and_these_with_each_other() {
    ImageStack samples = images(0.25f, 0.75f);
    ImageStack real = images(0, 1, 0, 1); // at even places 0, at odd ones 1

    SampleQuality found = SampleQuality.of(new Pixel(), samples, real);

    assertThat(found.confidence().value()).isEqualTo(0.75);
    assertThat(found.realConfidence().value()).isEqualTo(1);
    // Means are equal; the deviations are √(1/8) and √(1/3).
    assertThat(found.distance())
        .isEqualTo(Math.pow(Math.sqrt(1 / 3.0) - Math.sqrt(1 / 8.0), 2), within(1e-9));
    assertThat(found.realDistance()).isEqualTo(1, within(1e-9));
  }

  @Test
  void should_refuse_too_few_images() {
    assertThatThrownBy(() -> SampleQuality.of(new Pixel(), images(0.5f), images(0, 1, 0, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1 and 4");
  }
}
