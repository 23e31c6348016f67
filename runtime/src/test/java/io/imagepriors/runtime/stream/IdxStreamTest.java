package io.imagepriors.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import io.imagepriors.api.Monitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxStreamTest {
  private static final int COUNT = 11;

  @TempDir private Path folder;

  @Test
  void should_write_one_file_in_the_order_of_the_other() throws IOException {
    Path out = folder.resolve("out.idx");

    run(source(Gallery.idx(COUNT)), out, 4, 3);

    assertThat(out).hasBinaryContent(negative(COUNT));
    assertThat(Gallery.files(folder)).containsOnlyKeys("in.idx", "out.idx");
  }

  @Test
  void should_read_gzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(Gallery.idx(COUNT));
    }
    Path out = folder.resolve("out.idx");

    run(source(packed.toByteArray()), out, 4, 1);

    assertThat(out).hasBinaryContent(negative(COUNT));
  }

  @Test
  void should_go_on_from_a_torn_file() throws IOException {
    Path out = folder.resolve("out.idx");
    byte[] whole = negative(COUNT);
    // Five results and a half.
    int torn = 16 + 5 * Gallery.SHAPE.size() + 2;
    Files.write(folder.resolve(".out.idx.part"), Arrays.copyOf(whole, torn));

    PictureStream stream = run(source(Gallery.idx(COUNT)), out, 4, 2);

    assertThat(stream.tally().there()).isEqualTo(5);
    assertThat(stream.tally().done()).isEqualTo(6);
    assertThat(out).hasBinaryContent(whole);
  }

  @Test
  void should_have_nothing_to_do_where_the_file_is_complete() throws IOException {
    Path out = folder.resolve("out.idx");
    run(source(Gallery.idx(COUNT)), out, 4, 1);

    PictureStream again = run(source(Gallery.idx(COUNT)), out, 4, 1);

    assertThat(again.tally().there()).isEqualTo(COUNT);
    assertThat(again.tally().done()).isZero();
  }

  @Test
  void should_write_pictures_by_number_where_a_folder_is_named() throws IOException {
    PictureStream stream =
        new PictureStream(
            source(Gallery.idx(COUNT)),
            FolderSink.open(Files.createDirectory(folder.resolve("out"))),
            new Negative(Optional.empty()),
            3,
            2);
    stream.count(Monitor.none());

    stream.run(Monitor.none());

    assertThat(Gallery.files(folder.resolve("out")))
        .hasSize(COUNT)
        .containsKeys("00.png", "10.png");
  }

  @Test
  void should_leave_black_what_can_not_be_restored_and_say_so_after_a_kill_too()
      throws IOException {
    Path out = folder.resolve("out.idx");
    IdxSource source = source(Gallery.idx(COUNT));
    try (IdxSink sink = IdxSink.open(out, source, Gallery.SHAPE)) {
      PictureStream killed = new PictureStream(source, sink, Negative.refusing(2), 1, 1);
      killed.count(Monitor.none());
      assertThat(killed.run(progress -> progress.done() < 5)).isFalse();
    }

    PictureStream resumed = run(source, out, 2, 2);

    byte[] expected = negative(COUNT);
    int from = 16 + 2 * Gallery.SHAPE.size();
    Arrays.fill(expected, from, from + Gallery.SHAPE.size(), (byte) 0);
    assertThat(out).hasBinaryContent(expected);
    assertThat(resumed.tally().failures())
        .containsExactly(new Tally.Failure("02", "grey level must be another, got 2"));
    assertThat(resumed.tally().there()).isEqualTo(4);
    assertThat(resumed.tally().done()).isEqualTo(6);
  }

  @Test
  void should_refuse_a_file_that_is_shorter_or_longer_than_it_says() throws IOException {
    byte[] whole = Gallery.idx(COUNT);
    IdxSource cut = source(Arrays.copyOf(whole, whole.length - 1));
    assertThatThrownBy(() -> cut.visit(picture -> true))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("expected 11 images at offset 76, got 10, then its end");

    IdxSource longer = source(Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> longer.visit(picture -> true))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("more bytes");
  }

  @Test
  void should_know_what_is_no_such_file() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "a text");

    assertThat(IdxSource.find(text)).isEmpty();
    assertThat(IdxSource.find(folder)).isEmpty();
    assertThat(IdxSource.find(folder.resolve("none"))).isEmpty();
  }

  @Test
  void should_let_one_run_at_a_time_write() throws IOException {
    IdxSource source = source(Gallery.idx(COUNT));
    Path out = folder.resolve("out.idx");

    try (IdxSink first = IdxSink.open(out, source, Gallery.SHAPE)) {
      assertThatThrownBy(() -> IdxSink.open(out, source, Gallery.SHAPE))
          .isInstanceOf(FileException.class)
          .hasMessageContaining("another run");
      assertThat(first.failedBefore()).isEmpty();
    }
  }

  private PictureStream run(IdxSource source, Path out, int batch, int workers) {
    try (IdxSink sink = IdxSink.open(out, source, Gallery.SHAPE)) {
      Negative negative = new Negative(Optional.of(Gallery.SHAPE));
      PictureStream stream = new PictureStream(source, sink, negative, batch, workers);
      assertThat(stream.count(Monitor.none())).isTrue();
      assertThat(stream.run(Monitor.none())).isTrue();
      return stream;
    }
  }

  private IdxSource source(byte[] content) throws IOException {
    return IdxSource.find(Files.write(folder.resolve("in.idx"), content)).orElseThrow();
  }

  private static byte[] negative(int count) {
    byte[] bytes = Gallery.idx(count);
    for (int k = 16; k < bytes.length; k++) {
      bytes[k] = (byte) (255 - (bytes[k] & 0xff));
    }
    return bytes;
  }
}
