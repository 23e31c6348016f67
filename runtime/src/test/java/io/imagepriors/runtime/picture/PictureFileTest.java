package io.imagepriors.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {
  private static final Shape GREY = Shape.grey(3, 5);
  private static final Shape COLOUR = new Shape(3, 3, 5);

  /** 256 levels: a value is at most half a level away from its own. */
  private static final double LEVEL = 0.5 / 255 + 1e-6;

  /** JPEG loses more than a level; a flat picture comes back within three. */
  private static final double JPEG = 3.0 / 255;

  @TempDir private Path folder;

  @Test
  void should_give_back_all_256_grey_levels_exactly() {
    Shape ramp = Shape.grey(16, 16);
    ImageStack images = ImageStack.zeros(1, ramp);
    for (int i = 0; i < 256; i++) {
      images.pixels()[i] = i / 255f;
    }
    Path file = folder.resolve("ramp.png");

    PictureWriter.write(images, 0, file);

    assertThat(PictureReader.read(file, ramp).pixels()).containsExactly(images.pixels());
  }

  @Test
  void should_give_back_colours() {
    ImageStack images = ramp(COLOUR);
    Path file = folder.resolve("colour.png");

    PictureWriter.write(images, 0, file);

    assertClose(PictureReader.read(file, COLOUR), images, LEVEL);
  }

  @Test
  void should_turn_colour_into_grey_and_grey_into_colour() {
    Path file = folder.resolve("red.png");
    ImageStack red = ImageStack.zeros(1, COLOUR);
    Arrays.fill(red.pixels(), 0, GREY.size(), 1f);
    PictureWriter.write(red, 0, file);
    Path grey = folder.resolve("grey.png");
    PictureWriter.write(ramp(GREY), 0, grey);

    ImageStack luma = PictureReader.read(file, GREY);
    ImageStack tripled = PictureReader.read(grey, COLOUR);

    assertThat(luma.pixels()).containsOnly(0.299f);
    for (int channel = 0; channel < 3; channel++) {
      int from = channel * GREY.size();
      float[] plane = Arrays.copyOfRange(tripled.pixels(), from, from + GREY.size());
      assertThat(plane).containsExactly(PictureReader.read(grey, GREY).pixels());
    }
  }

  @Test
  void should_read_pictures_with_palettes_transparency_and_16_bits() throws IOException {
    BufferedImage blackAndWhite = new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_BINARY);
    blackAndWhite.setRGB(1, 0, 0xffffffff);
    BufferedImage half = new BufferedImage(5, 3, BufferedImage.TYPE_INT_ARGB);
    half.setRGB(1, 0, 0x80ffffff);
    BufferedImage deep = new BufferedImage(5, 3, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSample(1, 0, 0, 16384);

    assertThat(read(blackAndWhite).pixels()[1]).isEqualTo(1f);
    assertThat(read(half).pixels()[1]).isEqualTo(128 / 255f);
    assertThat(read(deep).pixels()[1]).isEqualTo(16384 / 65535f);
    assertThat(read(half).pixels()[0]).isZero();
  }

  @Test
  void should_read_JPEG() throws IOException {
    BufferedImage flat = new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 15; i++) {
      flat.getRaster().setSample(i % 5, i / 5, 0, 100);
    }
    Path file = folder.resolve("flat.jpg");
    ImageIO.write(flat, "jpg", file.toFile());

    for (float value : PictureReader.read(file, GREY).pixels()) {
      assertThat((double) value).isCloseTo(100 / 255.0, within(JPEG));
    }
  }

  @Test
  void should_clamp_values_that_a_picture_can_not_hold() {
    ImageStack images = ImageStack.wrap(Shape.grey(1, 3), new float[] {-3f, 2f, Float.NaN});
    Path file = folder.resolve("a.png");

    PictureWriter.write(images, 0, file);

    assertThat(PictureReader.read(file, Shape.grey(1, 3)).pixels()).containsExactly(0f, 1f, 0f);
  }

  @Test
  void should_name_file_needed_and_found_size() {
    Path file = folder.resolve("a.png");
    PictureWriter.write(ramp(GREY), 0, file);

    assertThatThrownBy(() -> PictureReader.read(file, Shape.grey(28, 28)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("picture " + file + " must be 28 pixels wide and 28 high, got 5 x 3");
  }

  @Test
  void should_refuse_an_absurd_size_before_it_allocates() throws IOException {
    // 2^31 - 1 squared: had it been believed, the test would end with an OutOfMemoryError.
    Path file = folder.resolve("bomb.png");
    Files.write(file, pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE));

    assertThatThrownBy(() -> PictureReader.read(file, GREY))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bomb.png");
  }

  @Test
  void should_refuse_what_is_no_whole_picture() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no picture at all");
    Path empty = Files.createFile(folder.resolve("empty.png"));
    Path whole = folder.resolve("whole.png");
    PictureWriter.write(ramp(GREY), 0, whole);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(bytes, bytes.length - 30));
    Path header = Files.write(folder.resolve("header.png"), Arrays.copyOf(bytes, 12));

    for (Path file : new Path[] {text, empty, cut, header, folder, folder.resolve("none.png")}) {
      assertThatThrownBy(() -> PictureReader.read(file, GREY))
          .as(file.toString())
          .isInstanceOf(FileException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void should_survive_every_single_broken_byte() throws IOException {
    Path whole = folder.resolve("whole.png");
    PictureWriter.write(ramp(GREY), 0, whole);
    byte[] bytes = Files.readAllBytes(whole);
    Path broken = folder.resolve("broken.png");

    for (int i = 0; i < bytes.length; i++) {
      byte[] copy = bytes.clone();
      copy[i] ^= (byte) 0xa5;
      Files.write(broken, copy);
      try {
        assertThat(PictureReader.read(broken, GREY).count()).isEqualTo(1);
      } catch (InvalidInputException e) {
        assertThat(e).hasMessageContaining("broken.png");
      }
    }
  }

  private ImageStack read(BufferedImage picture) throws IOException {
    Path file = folder.resolve("picture.png");
    ImageIO.write(picture, "png", file.toFile());
    return PictureReader.read(file, GREY);
  }

  private static ImageStack ramp(Shape shape) {
    ImageStack images = ImageStack.zeros(1, shape);
    for (int i = 0; i < shape.size(); i++) {
      images.pixels()[i] = (float) i / shape.size();
    }
    return images;
  }

  private static void assertClose(ImageStack actual, ImageStack expected, double tolerance) {
    for (int i = 0; i < expected.pixels().length; i++) {
      assertThat((double) actual.pixels()[i]).isCloseTo(expected.pixels()[i], within(tolerance));
    }
  }

  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(chunk);
    header.writeBytes("IHDR");
    header.writeInt(width);
    header.writeInt(height);
    header.write(new byte[] {8, 0, 0, 0, 0});
    CRC32 check = new CRC32();
    check.update(chunk.toByteArray());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream png = new DataOutputStream(file);
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    png.writeInt(13);
    png.write(chunk.toByteArray());
    png.writeInt((int) check.getValue());
    return file.toByteArray();
  }
}
