package io.imagepriors.datasets;

import static io.imagepriors.datasets.IdxBytes.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void should_go_by_content_and_not_by_name(String format) throws Exception {
    Path file = write(folder.resolve("a.txt"), encoded(format));
    assertThat(PictureFile.decode(file).getWidth()).isEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void should_refuse_a_picture_that_is_cut_off(String format) throws Exception {
    // given
    byte[] whole = encoded(format);

    // then
    for (int parts = 0; parts < 8; parts++) {
      Path file =
          write(
              folder.resolve(parts + "." + format), Arrays.copyOf(whole, whole.length * parts / 8));
      assertThatThrownBy(() -> PictureFile.decode(file))
          .as("%s of 8 parts", parts)
          .isInstanceOf(FileException.class)
          .hasMessageContaining(file.toString())
          .message()
          .hasLineCount(1);
    }
  }

  @Test
  void should_refuse_what_is_no_picture() {
    Path file = write(folder.resolve("text.png"), "not a picture".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> PictureFile.decode(file))
        .isInstanceOf(FileException.class)
        .hasMessage(
            "file " + file + ": expected a PNG or JPEG picture at offset 0, got something else");
  }

  @Test
  void should_refuse_other_formats_that_java_could_read() throws Exception {
    Path file = write(folder.resolve("picture.png"), encoded("gif"));
    assertThatThrownBy(() -> PictureFile.decode(file)).isInstanceOf(FileException.class);
  }

  @Test
  void should_refuse_absurd_sizes_before_allocating() throws Exception {
    // given a small picture whose header claims 16,384 million pixels, then 64 million
    assertThatThrownBy(() -> PictureFile.decode(claiming(131_072, 131_072)))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("131072x131072");
    assertThatThrownBy(() -> PictureFile.decode(claiming(8_192, 8_192)))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("8192x8192")
        .hasMessageContaining("in a file of that length");
    assertThatThrownBy(() -> PictureFile.decode(claiming(0, 5))).isInstanceOf(FileException.class);
  }

  @Test
  void should_survive_any_flipped_byte() throws Exception {
    // given
    byte[] whole = encoded("png");

    // then each damaged file gives a picture or the documented error, nothing else
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x55;
      Path file = write(folder.resolve("damaged.png"), damaged);
      try {
        assertThat(PictureFile.decode(file)).isNotNull();
      } catch (FileException e) {
        assertThat(e).hasMessageContaining(file.toString());
      }
    }
  }

  @Test
  void should_name_a_missing_file() {
    assertThatThrownBy(() -> PictureFile.decode(folder.resolve("gone.png")))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("gone.png can't be read: no such file");
  }

  private Path claiming(int width, int height) throws Exception {
    byte[] png = encoded("png");
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 checksum = new CRC32();
    checksum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
    return write(folder.resolve("claims.png"), png);
  }

  /** A picture with some texture, so that it has enough bytes to cut off. */
  private static byte[] encoded(String format) throws Exception {
    BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 60 * 40; i++) {
      image.getRaster().setSample(i % 60, i / 60, 0, i * i % 251);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }
}
