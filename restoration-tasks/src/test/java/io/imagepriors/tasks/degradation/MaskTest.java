package io.imagepriors.tasks.degradation;

import static io.imagepriors.tasks.Checks.uniform;
import static io.imagepriors.tasks.degradation.DegradationsTest.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pixels a mask hides, and what it refuses. */
class MaskTest {
  private static final Shape DIGIT = Shape.grey(28, 28);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "mask, 9, 19, 9, 19",
    "mask:hole=14, 7, 21, 7, 21",
    "mask:hole=10x14, 9, 19, 7, 21",
    "mask:half=upper, 0, 14, 0, 28",
    "mask:half=lower, 14, 28, 0, 28",
    "mask:half=left, 0, 28, 0, 14",
    "mask:half=right, 0, 28, 14, 28"
  })
  void should_hide_a_rectangle(String spec, int top, int bottom, int left, int right) {
    ImageStack seen = bind(spec, DIGIT).observed().orElseThrow();

    for (int row = 0; row < 28; row++) {
      for (int column = 0; column < 28; column++) {
        boolean hidden = row >= top && row < bottom && column >= left && column < right;
        assertThat(seen.pixels()[row * 28 + column]).isEqualTo(hidden ? 0f : 1f);
      }
    }
  }

  @Test
  void should_hide_an_exact_share_of_random_pixels_that_depend_on_the_seed() {
    ImageStack first = bind("mask:missing=0.8,seed=3", DIGIT).observed().orElseThrow();
    ImageStack again = bind("mask:missing=0.8,seed=3", DIGIT).observed().orElseThrow();
    ImageStack other = bind("mask:missing=0.8,seed=4", DIGIT).observed().orElseThrow();

    assertThat(seenPixels(first)).isEqualTo(784 - 627);
    assertThat(again.pixels()).containsExactly(first.pixels());
    assertThat(other.pixels()).isNotEqualTo(first.pixels());
  }

  @Test
  void should_hide_the_same_places_in_all_channels() {
    ImageStack seen = bind("mask:missing=0.5", new Shape(3, 6, 7)).observed().orElseThrow();

    for (int k = 0; k < 42; k++) {
      assertThat(seen.pixels()[42 + k]).isEqualTo(seen.pixels()[k]);
      assertThat(seen.pixels()[84 + k]).isEqualTo(seen.pixels()[k]);
    }
  }

  @Test
  void should_hide_what_is_black_in_a_picture() throws IOException {
    BufferedImage picture = new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(3, 2, 0xffffff);
    picture.setRGB(0, 0, 0x909090);
    picture.setRGB(1, 0, 0x303030);
    Path file = folder.resolve("mask.png");
    ImageIO.write(picture, "png", file.toFile());

    ImageStack seen = bind("mask:picture=" + file, Shape.grey(4, 5)).observed().orElseThrow();

    assertThat(seenPixels(seen)).isEqualTo(2);
    assertThat(seen.pixels()[2 * 5 + 3]).isEqualTo(1f);
    assertThat(seen.pixels()[0]).isEqualTo(1f);
  }

  @Test
  void should_refuse_a_picture_that_does_not_fit() throws IOException {
    Path wrongSize = folder.resolve("wide.png");
    ImageIO.write(new BufferedImage(6, 4, BufferedImage.TYPE_BYTE_GRAY), "png", wrongSize.toFile());
    Path noPicture = Files.writeString(folder.resolve("text.png"), "not a picture");
    Path truncated = folder.resolve("cut.png");
    byte[] whole = Files.readAllBytes(wrongSize);
    Files.write(truncated, Arrays.copyOf(whole, 40));

    assertThatThrownBy(() -> bind("mask:picture=" + wrongSize, Shape.grey(4, 5)))
        .isInstanceOf(FileException.class)
        .hasMessage("file " + wrongSize + ": expected a mask of 4x5 pixels, got 4x6");
    assertThatThrownBy(() -> bind("mask:picture=" + noPicture, DIGIT))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("expected a PNG picture");
    assertThatThrownBy(() -> bind("mask:picture=" + truncated, Shape.grey(4, 6)))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("expected a PNG picture");
    assertThatThrownBy(() -> bind("mask:picture=" + folder.resolve("none.png"), DIGIT))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void should_refuse_more_than_one_region() {
    assertThatThrownBy(() -> bind("mask:hole=10,half=lower", DIGIT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "mask must be given by one of hole, half, missing and picture,"
                + " got hole=10 and half=lower");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hole=28", "missing=0.9999", "missing=0.0001"})
  void should_refuse_to_hide_all_or_nothing(String region) {
    assertThatThrownBy(() -> bind("mask:" + region, DIGIT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("mask must hide some pixels and leave some, got ");
  }

  @ParameterizedTest
  @CsvSource({
    "hole=29, mask's hole must fit into an image of 1x28x28",
    "hole=0, parameter 'hole' must be none",
    "hole=10x, parameter 'hole' must be none",
    "missing=1, 'parameter ''missing'' must be none or in (0, 1), got 1'",
    "missing=-0.1, parameter 'missing' must be",
    "half=front, 'parameter ''half'' must be one of none, upper, lower, left, right'"
  })
  void should_refuse_a_region_that_makes_no_sense(String region, String message) {
    assertThatThrownBy(() -> bind("mask:" + region, DIGIT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void should_show_no_trace_of_missing_pixels() {
    ForwardModel model = bind("mask:hole=10", DIGIT);
    ImageStack x = uniform(1, DIGIT, 1);
    ImageStack other = x.copy();
    other.pixels()[14 * 28 + 14] = 0.123f;

    ImageStack y = model.sample(x, new SplittableRandom(1));

    assertThat(model.sample(other, new SplittableRandom(1)).pixels()).containsExactly(y.pixels());
    assertThat(y.pixels()[14 * 28 + 14]).isZero();
    assertThat(model.likelihood(y).values(other)).containsExactly(model.likelihood(y).values(x));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mask:hole=10", "mask:hole=14x6", "mask:missing=0.8"})
  void should_first_estimate_a_smooth_image_well(String spec) {
    ForwardModel model = bind(spec, DIGIT);
    ImageStack ramp = ImageStack.zeros(1, DIGIT);
    for (int k = 0; k < 784; k++) {
      int row = k / 28;
      ramp.pixels()[k] = row / 27f;
    }
    ImageStack y = ImageStack.zeros(1, DIGIT);
    model.apply(ramp, y);

    ImageStack first = model.firstEstimate(y);

    // A ramp is harmonic but for its ends, where the image's border bends the solution a little.
    double worst = 0;
    for (int k = 0; k < 784; k++) {
      worst = Math.max(worst, Math.abs(first.pixels()[k] - ramp.pixels()[k]));
    }
    assertThat(worst).isCloseTo(0, within(0.15));
  }

  private static int seenPixels(ImageStack seen) {
    int count = 0;
    for (float value : seen.pixels()) {
      count += value == 1f ? 1 : 0;
    }
    return count;
  }
}
