package io.imagepriors.datasets;

import static io.imagepriors.datasets.IdxBytes.gzip;
import static io.imagepriors.datasets.IdxBytes.idx;
import static io.imagepriors.datasets.IdxBytes.images;
import static io.imagepriors.datasets.IdxBytes.labels;
import static io.imagepriors.datasets.IdxBytes.pixels;
import static io.imagepriors.datasets.IdxBytes.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxImagesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void should_read_every_byte_of_every_image(boolean compressed) {
    // given images of odd sides that span several blocks of the reader
    int count = 301;
    byte[] file = images(count, 91, 83);
    Path path = write(folder.resolve("anything"), compressed ? gzip(file) : file);

    // when
    LabelledImages read = IdxImages.read("some", IdxInput.open(path));

    // then
    assertThat(read.shape()).isEqualTo(Shape.grey(91, 83));
    assertThat(read.count()).isEqualTo(count);
    assertThat(read.origin()).isEqualTo("some");
    byte[] expected = pixels(count * 91 * 83);
    float[] found = read.stack(0, count).pixels();
    for (int i = 0; i < expected.length; i++) {
      // no tolerance: the value is one correctly rounded division
      assertThat(found[i]).isEqualTo((expected[i] & 0xff) / 255f);
    }
    assertThat(read.label(0)).isEmpty();
  }

  @Test
  void should_write_into_the_slot_that_was_asked_for_only() {
    // given
    LabelledImages read = read(images(3, 2, 2), labels(7, 0, 255));
    ImageStack target = ImageStack.zeros(3, Shape.grey(2, 2));

    // when
    read.read(2, target, 1);

    // then
    assertThat(target.image(0).pixels()).containsOnly(0f);
    assertThat(target.image(1).pixels()).isEqualTo(read.stack(2, 3).pixels());
    assertThat(target.image(2).pixels()).containsOnly(0f);
  }

  @Test
  void should_give_labels_as_unsigned_numbers() {
    // when
    LabelledImages read = read(images(3, 2, 2), labels(7, 0, 255));

    // then
    assertThat(IntStream.range(0, 3).mapToObj(read::label))
        .containsExactly(OptionalInt.of(7), OptionalInt.of(0), OptionalInt.of(255));
    assertThat(read.slice(1, 3).label(1)).hasValue(255);
  }

  @Test
  void should_refuse_a_stack_of_another_shape_and_an_index_outside() {
    // given
    LabelledImages read = read(images(3, 2, 2), labels(1, 2, 3));

    // then
    assertThatThrownBy(() -> read.read(0, ImageStack.zeros(1, Shape.grey(2, 3)), 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1x2x2");
    assertThatThrownBy(() -> read.label(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> read.read(-1, ImageStack.zeros(1, Shape.grey(2, 2)), 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void should_name_offset_and_expectation_when_cut_off(boolean compressed) {
    // given all but the last of 4 x 6 bytes after a header of 16
    byte[] whole = images(4, 2, 3);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    // then
    assertThatThrownBy(() -> read(compressed ? gzip(cut) : cut))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(folder.resolve("images").toString())
        .hasMessageContaining(compressed ? "4 images of 2x3 bytes" : "24 bytes of data")
        .hasMessageContaining(compressed ? "offset 39" : "offset 16, got 23 bytes");
  }

  @Test
  void should_refuse_every_prefix_of_a_good_file() {
    // given
    byte[] plain = images(2, 2, 3);
    byte[] gz = gzip(plain);

    // then
    for (byte[] whole : List.of(plain, gz)) {
      for (int length = 0; length < whole.length; length++) {
        byte[] prefix = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> read(prefix))
            .as("prefix of %s bytes", length)
            .isInstanceOf(FileException.class)
            .hasMessageContaining("offset");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void should_refuse_trailing_bytes(boolean compressed) {
    // given
    byte[] longer = Arrays.copyOf(images(2, 2, 3), 16 + 12 + 5);

    // then
    assertThatThrownBy(() -> read(compressed ? gzip(longer) : longer))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("expected the end of the file at offset 28")
        .hasMessageContaining("more bytes");
  }

  @Test
  void should_refuse_damaged_gzip_data() {
    // given one flipped bit in the checksum at the end
    byte[] gz = gzip(images(5, 28, 28));
    gz[gz.length - 6] ^= 1;

    // then
    assertThatThrownBy(() -> read(gz))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("damaged gzip data");
  }

  @Test
  void should_refuse_other_magic_numbers_at_their_offset() {
    assertRefused(bytes(1, 0, 8, 3), "two zero bytes at offset 0, got 0100");
    assertRefused(bytes(0, 0, 0x0d, 3), "type 08 (unsigned bytes) at offset 2, got type 0d");
    assertRefused(bytes(0, 0, 8, 1), "3 dimension(s) at offset 3, got 1");
    assertRefused("PNG, really".getBytes(StandardCharsets.UTF_8), "offset 0");
  }

  @Test
  void should_refuse_labels_in_the_place_of_images_and_the_reverse() {
    assertThatThrownBy(() -> read(labels(1, 2, 3), labels(1, 2, 3)))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("images: expected 3 dimension(s) at offset 3, got 1");
    assertThatThrownBy(() -> read(images(3, 2, 2), images(3, 2, 2)))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("labels: expected 1 dimension(s) at offset 3, got 3");
  }

  @Test
  void should_refuse_another_number_of_labels_than_images() {
    assertThatThrownBy(() -> read(images(3, 2, 2), labels(1, 2)))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("3 labels, one per image of")
        .hasMessageEndingWith("at offset 4, got 2");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void should_refuse_absurd_sizes_without_allocating_them(boolean compressed) {
    // given headers whose sizes no machine could hold, and a few bytes
    byte[] few = new byte[100];
    List<byte[]> files =
        List.of(
            idx(few, Integer.MAX_VALUE, 28, 28),
            idx(few, Integer.MIN_VALUE, 28, 28), // 2^31, for an unsigned reader
            idx(few, -1, -1, -1),
            idx(few, 1, Integer.MAX_VALUE, Integer.MAX_VALUE),
            idx(few, 1, 1 << 14, 1 << 13), // one image above Shape.MAX_SIZE
            idx(few, 0, 28, 28),
            idx(few, 10, 0, 28));

    // then
    for (byte[] file : files) {
      assertThatThrownBy(() -> read(compressed ? gzip(file) : file))
          .isInstanceOf(FileException.class)
          .hasMessageContaining("offset");
    }
  }

  @Test
  void should_not_allocate_what_a_compressed_file_claims() {
    // given half of this process's memory claimed, which nothing can refuse by its size alone
    int count = (int) (Runtime.getRuntime().maxMemory() / 2 / 784);
    byte[] file = gzip(idx(new byte[1000], count, 28, 28));
    long before = allocated();

    // when
    assertThatThrownBy(() -> read(file)).isInstanceOf(FileException.class);

    // then the reader's buffers are all it took: 20 MB is generous for them and far below the claim
    assertThat(allocated() - before).isLessThan(20_000_000);
  }

  @Test
  void should_tell_a_missing_file_and_a_folder_from_a_broken_one() {
    assertThatThrownBy(() -> IdxInput.open(folder.resolve("nowhere")))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> IdxImages.read("some", IdxInput.open(folder)))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("can't be read");
  }

  @Test
  void should_give_the_same_images_to_eight_threads() {
    // given
    LabelledImages read = read(images(200, 9, 9));
    float[] expected = read.stack(0, 200).pixels();

    // then
    assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> read.stack(0, 200).pixels()))
        .allSatisfy(pixels -> assertThat(pixels).isEqualTo(expected));
  }

  private void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(message);
  }

  private LabelledImages read(byte[] file) {
    return IdxImages.read("some", IdxInput.open(write(folder.resolve("images"), file)));
  }

  private LabelledImages read(byte[] images, byte[] labels) {
    return IdxImages.read(
        "some",
        IdxInput.open(write(folder.resolve("images"), images)),
        IdxInput.open(write(folder.resolve("labels"), labels)));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[40];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static long allocated() {
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
