package io.imagepriors.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreyPictureTest {
  /** A few roundings of float32 below 1. */
  private static final float ROUNDING = 1e-6f;

  @TempDir Path folder;

  @Test
  void should_give_the_bytes_of_a_grey_png_as_they_stand() throws Exception {
    // given all 256 grey values, which Java's own conversion to RGB would bend
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256; i++) {
      image.getRaster().setSample(i % 16, i / 16, 0, i);
    }

    // when
    float[] grey = throughPng(image, Shape.grey(16, 16));

    // then
    for (int i = 0; i < 256; i++) {
      assertThat(grey[i]).isEqualTo(i / 255f);
    }
  }

  @Test
  void should_use_all_bits_of_a_16_bit_png() throws Exception {
    // given
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, 65_535);
    image.getRaster().setSample(1, 0, 0, 12_345);

    // then
    assertThat(throughPng(image, Shape.grey(1, 2)))
        .containsExactly(new float[] {1, 12_345 / 65_535f}, within(ROUNDING));
  }

  @Test
  void should_read_black_and_white() throws Exception {
    // given
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
    image.setRGB(1, 0, 0xffffffff);

    // then
    assertThat(throughPng(image, Shape.grey(1, 3))).containsExactly(0, 1, 0);
  }

  @ParameterizedTest
  @CsvSource({"ff0000, 0.299", "00ff00, 0.587", "0000ff, 0.114", "ffffff, 1", "808080, 0.50196078"})
  void should_weigh_colours_by_bt601(String colour, float luma) throws Exception {
    // given
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, Integer.parseInt(colour, 16));

    // then
    assertThat(throughPng(image, Shape.grey(1, 1)))
        .containsExactly(new float[] {luma}, within(ROUNDING));
  }

  @Test
  void should_show_transparent_pixels_on_white() throws Exception {
    // given black, opaque, half and fully transparent
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xff000000);
    image.setRGB(1, 0, 0x80000000);

    // then
    assertThat(throughPng(image, Shape.grey(1, 3)))
        .containsExactly(new float[] {0, 127 / 255f, 1}, within(ROUNDING));
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR})
  void should_read_jpeg(int type) throws Exception {
    // given an even grey, which JPEG keeps up to a step or two of its 256
    BufferedImage image = new BufferedImage(32, 32, type);
    fill(image.getRaster(), 200);
    Path file = folder.resolve("even.jpg");
    assertThat(ImageIO.write(image, "jpeg", file.toFile())).isTrue();

    // when
    float[] grey = GreyPicture.open(file).resized(Shape.grey(4, 4));

    // then
    assertThat(grey).hasSize(16);
    for (float value : grey) {
      assertThat(value).isCloseTo(200 / 255f, within(2 / 255f));
    }
  }

  @Test
  void should_average_areas_rather_than_skip_pixels() throws Exception {
    // given a fine chequered board, which picking single pixels would turn black or white
    BufferedImage image = new BufferedImage(280, 140, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 140; y++) {
      for (int x = 0; x < 280; x++) {
        image.getRaster().setSample(x, y, 0, (x + y) % 2 * 255);
      }
    }

    // then
    for (float value : throughPng(image, Shape.grey(14, 28))) {
      assertThat(value).isCloseTo(0.5f, within(1e-5f));
    }
  }

  @Test
  void should_keep_rows_and_columns_apart() throws Exception {
    // given a white upper right quarter
    BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 10; y++) {
      for (int x = 20; x < 40; x++) {
        image.getRaster().setSample(x, y, 0, 255);
      }
    }

    // then
    assertThat(throughPng(image, Shape.grey(2, 2)))
        .containsExactly(new float[] {0, 1, 0, 0}, within(ROUNDING));
  }

  private float[] throughPng(BufferedImage image, Shape shape) throws Exception {
    Path file = folder.resolve("picture.png");
    assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
    return GreyPicture.open(file).resized(shape);
  }

  private static void fill(WritableRaster raster, int value) {
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          raster.setSample(x, y, band, value);
        }
      }
    }
  }
}
