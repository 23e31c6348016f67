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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of blur does to a bright pixel and at the border. */
class BlurTest {
  private static final Shape SHAPE = Shape.grey(15, 17);
  private static final int ROW = 7;
  private static final int COLUMN = 8;

  /** Sums of some dozen float32 weights. */
  private static final double ROUNDING = 1e-6;

  @TempDir Path folder;

  @Test
  void should_turn_a_bright_pixel_into_a_gaussian() {
    ImageStack spot = spot("blur:gaussian=1.2");

    for (int down = -3; down <= 3; down++) {
      for (int right = -3; right <= 3; right++) {
        double expected = gaussian(down) * gaussian(right);
        assertThat(at(spot, ROW + down, COLUMN + right)).isCloseTo(expected, within(ROUNDING));
      }
    }
  }

  /** A normalised Gaussian of deviation 1.2, from the formula. */
  private static double gaussian(int distance) {
    double sum = 0;
    for (int k = -4; k <= 4; k++) {
      sum += Math.exp(-k * k / 2.88);
    }
    return Math.exp(-distance * distance / 2.88) / sum;
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "180, 0, 1", "90, -1, 0", "45, -1, 1", "-45, 1, 1"})
  void should_draw_a_bright_pixel_out_along_the_motion(double angle, int down, int right) {
    double length = down == 0 || right == 0 ? 5 : 5 * Math.sqrt(2);

    ImageStack spot = spot("blur:motion=" + length + ",angle=" + angle);

    double sum = 0;
    for (int k = -2; k <= 2; k++) {
      assertThat(at(spot, ROW + k * down, COLUMN + k * right)).isCloseTo(0.2, within(ROUNDING));
      sum += at(spot, ROW + k * down, COLUMN + k * right);
    }
    assertThat(sum).isCloseTo(1, within(5 * ROUNDING));
  }

  @Test
  void should_turn_a_bright_pixel_into_the_kernel_picture() throws IOException {
    BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, 0xffffff);
    picture.setRGB(2, 1, 0x555555);
    Path file = write(picture, "kernel.png");

    ImageStack spot = spot("blur:picture=" + file);

    // White is three times 0x55; the middle of 2 rows is row 1, of 3 columns column 1.
    assertThat(at(spot, ROW - 1, COLUMN - 1)).isCloseTo(0.75, within(ROUNDING));
    assertThat(at(spot, ROW, COLUMN + 1)).isCloseTo(0.25, within(ROUNDING));
  }

  @ParameterizedTest
  @CsvSource({
    "reflect, 0.1 0.2 0.5 0.4",
    "replicate, 0.1 0.1 0.1 0.1",
    "zero, 0 0 0 0",
    "periodic, 0.9 0.8 0.7 0.6"
  })
  void should_go_on_beyond_the_border_as_told(String boundary, String beyond) {
    ForwardModel model = bind("blur:motion=9,boundary=" + boundary, Shape.grey(1, 9));
    float[] row = {0.1f, 0.2f, 0.5f, 0.4f, 0.3f, 0.6f, 0.7f, 0.8f, 0.9f};
    double expected = 0.1 + 0.2 + 0.5 + 0.4 + 0.3;
    for (String value : beyond.split(" ", -1)) {
      expected += Double.parseDouble(value);
    }
    ImageStack y = ImageStack.zeros(1, model.degraded());

    model.apply(ImageStack.wrap(model.clean(), row), y);

    // The first pixel's nine are five of the row and four beyond it.
    assertThat((double) y.pixels()[0]).isCloseTo(expected / 9, within(ROUNDING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reflect", "replicate", "periodic"})
  void should_leave_an_even_image_as_it_is(String boundary) {
    for (String kind : new String[] {"gaussian=6", "motion=30,angle=20"}) {
      ForwardModel model = bind("blur:" + kind + ",boundary=" + boundary, SHAPE);
      ImageStack even = ImageStack.zeros(1, SHAPE);
      Arrays.fill(even.pixels(), 0.5f);
      ImageStack y = even.like();

      model.apply(even, y);

      for (float value : y.pixels()) {
        assertThat((double) value).isCloseTo(0.5, within(ROUNDING));
      }
    }
  }

  @Test
  void should_first_estimate_the_blurred_image_itself() {
    ForwardModel model = bind("blur", SHAPE);
    ImageStack y = uniform(2, SHAPE, 1);

    assertThat(model.firstEstimate(y).pixels()).containsExactly(y.pixels());
  }

  @Test
  void should_refuse_kernel_pictures_of_no_use() throws IOException {
    Path black = write(new BufferedImage(3, 3, BufferedImage.TYPE_BYTE_GRAY), "black.png");
    Path large = write(new BufferedImage(100, 3, BufferedImage.TYPE_BYTE_GRAY), "large.png");
    Path text = Files.writeString(folder.resolve("text.png"), "not a picture");

    assertThatThrownBy(() -> bind("blur:picture=" + black, SHAPE))
        .isInstanceOf(FileException.class)
        .hasMessage(
            "file " + black + ": expected a kernel with a pixel that is not black, got none");
    assertThatThrownBy(() -> bind("blur:picture=" + large, SHAPE))
        .isInstanceOf(FileException.class)
        .hasMessage("file " + large + ": expected a kernel of at most 99 pixels a side, got 3x100");
    assertThatThrownBy(() -> bind("blur:picture=" + text, SHAPE))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("expected a PNG picture");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gaussian=2,motion=7 | blur must be given by one of gaussian, motion and picture,"
            + " got gaussian=2.0 and motion=7.0",
        "gaussian=0 | parameter 'gaussian' must be none or in (0, 100], got 0",
        "gaussian=NaN | parameter 'gaussian' must be none or in (0, 100], got NaN",
        "motion=0.5 | parameter 'motion' must be none or in [1, 99], got 0.5",
        "boundary=soft | parameter 'boundary' must be one of reflect, replicate, zero, periodic,"
            + " got soft"
      })
  void should_refuse_a_blur_that_makes_no_sense(String setting, String message) {
    assertThatThrownBy(() -> bind("blur:" + setting, SHAPE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  private Path write(BufferedImage picture, String name) throws IOException {
    Path file = folder.resolve(name);
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  /** What a single bright pixel turns into. */
  private static ImageStack spot(String spec) {
    ForwardModel model = bind(spec, SHAPE);
    ImageStack x = ImageStack.zeros(1, SHAPE);
    x.pixels()[ROW * SHAPE.width() + COLUMN] = 1f;
    ImageStack y = x.like();
    model.apply(x, y);
    return y;
  }

  private static double at(ImageStack image, int row, int column) {
    return image.pixels()[row * image.shape().width() + column];
  }
}
