package io.imagepriors.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SsimTest {
  /** Sums of some hundred doubles of size one, of which differences are taken. */
  private static final double ROUNDING = 1e-9;

  private static ImageStack noise(int count, Shape shape, long seed) {
    ImageStack images = ImageStack.zeros(count, shape);
    Random random = new Random(seed);
    for (int i = 0; i < images.pixels().length; i++) {
      images.pixels()[i] = random.nextFloat();
    }
    return images;
  }

  private static ImageStack flat(float grey) {
    ImageStack image = ImageStack.zeros(1, Shape.grey(12, 14));
    Arrays.fill(image.pixels(), grey);
    return image;
  }

  @Test
  void should_be_one_for_equal_images() {
    ImageStack images = noise(2, new Shape(3, 13, 11), 1);

    assertThat(Ssim.of(images, images.copy(), 1)).isEqualTo(1, within(ROUNDING));
  }

  @Test
  void should_compare_brightness_alone_where_images_are_flat() {
    double found = Ssim.of(flat(0.25f), flat(0.5f), 0);

    assertThat(found).isEqualTo((2 * 0.125 + 1e-4) / (0.0625 + 0.25 + 1e-4), within(ROUNDING));
  }

  @Test
  void should_be_negative_for_a_negative() {
    ImageStack image = noise(1, Shape.grey(28, 28), 2);
    ImageStack negative = image.copy();
    for (int i = 0; i < negative.pixels().length; i++) {
      negative.pixels()[i] = 1 - negative.pixels()[i];
    }

    assertThat(Ssim.of(negative, image, 0)).isLessThan(-0.8);
  }

  @Test
  void should_equal_its_definition_window_by_window() {
    Shape shape = Shape.grey(12, 13);
    ImageStack x = noise(2, shape, 3);
    ImageStack y = noise(2, shape, 4);

    double sum = 0;
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        sum += definition(x, y, x.offset(1) + row * 13 + column);
      }
    }
    assertThat(Ssim.of(x, y, 1)).isEqualTo(sum / 6, within(ROUNDING));
  }

  /** One window of 11x11 of images 13 wide, with weights that are not separated. */
  private static double definition(ImageStack x, ImageStack y, int corner) {
    double total = 0;
    double[] sums = new double[5];
    for (int i = 0; i < 121; i++) {
      double dy = i / 11 - 5;
      double dx = i % 11 - 5;
      double weight = Math.exp(-(dx * dx + dy * dy) / (2 * 1.5 * 1.5));
      double a = x.pixels()[corner + i / 11 * 13 + i % 11];
      double b = y.pixels()[corner + i / 11 * 13 + i % 11];
      double[] terms = {a, b, a * a, b * b, a * b};
      total += weight;
      for (int k = 0; k < 5; k++) {
        sums[k] += weight * terms[k];
      }
    }
    double a = sums[0] / total;
    double b = sums[1] / total;
    double varianceA = sums[2] / total - a * a;
    double varianceB = sums[3] / total - b * b;
    double covariance = sums[4] / total - a * b;
    return (2 * a * b + 1e-4)
        * (2 * covariance + 9e-4)
        / ((a * a + b * b + 1e-4) * (varianceA + varianceB + 9e-4));
  }

  @Test
  void should_clamp_what_no_picture_can_hold() {
    assertThat(Ssim.of(flat(1.5f), flat(1), 0)).isEqualTo(1, within(ROUNDING));
  }

  @Test
  void should_refuse_images_smaller_than_the_window() {
    ImageStack small = ImageStack.zeros(1, Shape.grey(10, 28));

    assertThatThrownBy(() -> Ssim.of(small, small, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("11");
  }
}
