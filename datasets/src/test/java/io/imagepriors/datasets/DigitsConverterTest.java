package io.imagepriors.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.LabelledImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsConverterTest {
  @TempDir Path temporary;

  @Test
  void should_give_back_the_original_bytes_in_the_order_of_the_package() throws IOException {
    // given one image per digit, its grey values cut to three decimals as the package has them
    Path unpacked = unpacked(784);

    // when
    DigitsConverter.main(new String[] {unpacked.toString(), temporary.toString()});
    LabelledImages read =
        IdxImages.read(
            "some",
            IdxInput.open(temporary.resolve("digits-images-idx3-ubyte.gz")),
            IdxInput.open(temporary.resolve("digits-labels-idx1-ubyte.gz")));

    // then
    assertThat(read.count()).isEqualTo(10);
    for (int digit = 0; digit < 10; digit++) {
      assertThat(read.label(digit)).hasValue(digit);
      float[] pixels = read.stack(digit, digit + 1).pixels();
      for (int i = 0; i < 784; i++) {
        assertThat(pixels[i]).isEqualTo((i + digit) % 256 / 255f);
      }
    }
  }

  @Test
  void should_give_the_same_bytes_twice() throws IOException {
    // given
    Path unpacked = unpacked(784);
    Path first = temporary.resolve("first");
    Path second = temporary.resolve("second");

    // when
    DigitsConverter.convert(unpacked, first);
    DigitsConverter.convert(unpacked, second);

    // then
    Path name = Path.of("digits-images-idx3-ubyte.gz");
    assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
  }

  @Test
  void should_refuse_half_an_image() throws IOException {
    Path unpacked = unpacked(784 / 2);
    assertThatThrownBy(() -> DigitsConverter.convert(unpacked, temporary))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no whole images");
  }

  private Path unpacked(int values) throws IOException {
    Path unpacked = temporary.resolve("package");
    Path digits = Files.createDirectories(unpacked.resolve("src/digits"));
    for (int digit = 0; digit < 10; digit++) {
      int shift = digit;
      String greys =
          IntStream.range(0, values)
              .mapToObj(i -> String.valueOf(Math.round((i + shift) % 256 / 0.255) / 1000.0))
              .collect(Collectors.joining(","));
      Files.writeString(digits.resolve(digit + ".json"), "{ \"data\": [" + greys + "]}\n");
    }
    return unpacked;
  }
}
