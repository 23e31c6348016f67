package io.imagepriors.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import io.imagepriors.runtime.picture.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureStreamTest {
  @TempDir private Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void makeFolders() throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    out = Files.createDirectory(folder.resolve("out"));
  }

  @Test
  void should_keep_the_structure_of_folders() {
    Gallery.png(in.resolve("a.png"), 10);
    Gallery.png(in.resolve("deep/er/b.PNG"), 20);
    Gallery.png(in.resolve("deep/c.png"), 30);

    PictureStream stream = run(new Negative(Optional.of(Gallery.SHAPE)), 2, 2);

    assertThat(Gallery.files(out)).containsOnlyKeys("a.png", "deep/er/b.PNG", "deep/c.png");
    assertThat(level("deep/er/b.PNG")).isEqualTo(235);
    assertThat(stream.tally().done()).isEqualTo(3);
    assertThat(stream.tally().left()).isZero();
  }

  @Test
  void should_give_the_same_files_whatever_the_batches_and_workers() {
    for (int i = 0; i < 23; i++) {
      Gallery.png(in.resolve("p" + i + ".png"), i);
    }
    run(new Negative(Optional.of(Gallery.SHAPE)), 1, 1);
    var alone = Gallery.files(out);
    alone.keySet().forEach(name -> delete(out.resolve(name)));
    Negative together = new Negative(Optional.of(Gallery.SHAPE));

    run(together, 5, 3);

    assertThat(Gallery.files(out)).isEqualTo(alone).hasSize(23);
    assertThat(together.batches).containsExactlyInAnyOrder(5, 5, 5, 5, 3);
  }

  @Test
  void should_restore_only_what_has_no_result_yet() {
    for (int i = 0; i < 5; i++) {
      Gallery.png(in.resolve("p" + i + ".png"), i);
    }
    Gallery.png(out.resolve("p3.png"), 77);

    PictureStream stream = run(new Negative(Optional.of(Gallery.SHAPE)), 64, 1);

    assertThat(stream.tally().there()).isEqualTo(1);
    assertThat(stream.tally().done()).isEqualTo(4);
    assertThat(level("p3.png")).isEqualTo(77);
    assertThat(level("p4.png")).isEqualTo(251);
  }

  @Test
  void should_go_on_after_pictures_that_can_not_be_used() throws IOException {
    Gallery.png(in.resolve("good.png"), 5);
    Gallery.png(in.resolve("large.png"), 5, Shape.grey(9, 9));
    Files.writeString(in.resolve("text.png"), "no picture");
    byte[] whole = Files.readAllBytes(in.resolve("good.png"));
    Files.write(in.resolve("cut.png"), java.util.Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(in.resolve("notes.txt"), "odd");

    PictureStream stream = run(new Negative(Optional.of(Gallery.SHAPE)), 64, 2);

    assertThat(Gallery.files(out)).containsOnlyKeys("good.png");
    assertThat(stream.tally().failures())
        .extracting(Tally.Failure::picture)
        .containsExactly("cut.png", "large.png", "text.png");
    assertThat(stream.tally().failures().get(1).reason()).contains("3 pixels wide", "got 9 x 9");
    assertThat(stream.tally().skippedNames()).containsExactly("notes.txt");
    assertThat(stream.tally().pictures()).isEqualTo(4);
  }

  @Test
  void should_treat_each_alone_where_one_fails_all() {
    for (int i = 0; i < 6; i++) {
      Gallery.png(in.resolve("p" + i + ".png"), i);
    }

    PictureStream stream = run(Negative.refusing(4), 64, 1);

    assertThat(stream.tally().failures())
        .containsExactly(new Tally.Failure("p4.png", "grey level must be another, got 4"));
    assertThat(Gallery.files(out)).hasSize(5).doesNotContainKey("p4.png");
  }

  @Test
  void should_give_up_where_everything_is_refused() {
    for (int i = 0; i < 40; i++) {
      Gallery.png(in.resolve("p" + i + ".png"), 9);
    }

    assertThatThrownBy(() -> run(Negative.refusing(9), 8, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("grey level must be another");
  }

  @Test
  void should_take_pictures_of_any_size_where_none_is_needed() {
    Gallery.png(in.resolve("a.png"), 1, Shape.grey(3, 4));
    Gallery.png(in.resolve("b.png"), 1, Shape.grey(7, 2));

    run(new Negative(Optional.empty()), 64, 1);

    assertThat(PictureReader.read(out.resolve("b.png")).shape()).isEqualTo(Shape.grey(7, 2));
    assertThat(PictureReader.read(out.resolve("a.png")).shape()).isEqualTo(Shape.grey(3, 4));
  }

  @Test
  void should_not_write_two_results_to_one_file() throws IOException {
    Gallery.png(in.resolve("a.jpg.png"), 1);
    Files.copy(in.resolve("a.jpg.png"), in.resolve("a.jpg"));
    Files.copy(in.resolve("a.jpg.png"), in.resolve("b.jpeg"));

    PictureStream stream = run(new Negative(Optional.of(Gallery.SHAPE)), 64, 1);

    assertThat(Gallery.files(out)).containsOnlyKeys("a.jpg.png", "b.jpeg.png");
    assertThat(stream.tally().failures())
        .extracting(Tally.Failure::picture)
        .containsExactly("a.jpg");
  }

  @Test
  void should_keep_what_was_finished_when_a_plug_in_goes() {
    for (int i = 0; i < 9; i++) {
      Gallery.png(in.resolve("p" + i + ".png"), i);
    }
    AtomicInteger calls = new AtomicInteger();
    Negative leaving =
        new Negative(
            Optional.of(Gallery.SHAPE),
            images -> {
              if (calls.incrementAndGet() == 3) {
                throw WithdrawnException.of("toy");
              }
            });

    assertThatThrownBy(() -> run(leaving, 2, 1)).isInstanceOf(WithdrawnException.class);

    assertThat(Gallery.files(out)).hasSize(4);
    assertThat(run(new Negative(Optional.of(Gallery.SHAPE)), 2, 1).tally().done()).isEqualTo(5);
  }

  @Test
  void should_stop_when_told_to() {
    for (int i = 0; i < 9; i++) {
      Gallery.png(in.resolve("p" + i + ".png"), i);
    }
    PictureStream stream = stream(new Negative(Optional.of(Gallery.SHAPE)), 1, 1);
    stream.count(Monitor.none());

    assertThat(stream.run(progress -> progress.done() < 4)).isFalse();

    assertThat(Gallery.files(out)).hasSize(4);
    assertThat(stream.tally().left()).isEqualTo(5);
  }

  @Test
  void should_not_read_ahead_without_bound() {
    int many = 200;
    for (int i = 0; i < many; i++) {
      Gallery.png(in.resolve("p" + i + ".png"), i % 256);
    }
    Semaphore gate = new Semaphore(0);
    AtomicInteger read = new AtomicInteger();
    PictureSource counted =
        visitor ->
            new FolderSource(in)
                .visit(
                    picture -> {
                      read.incrementAndGet();
                      return visitor.picture(picture);
                    });
    Negative slow =
        new Negative(Optional.of(Gallery.SHAPE), images -> gate.acquireUninterruptibly());
    PictureStream stream = new PictureStream(counted, FolderSink.open(out), slow, 1, 1);
    stream.count(Monitor.none());
    read.set(0);

    // Let through one by one: at each report, what has been read is little more than what is done.
    stream.run(
        progress -> {
          assertThat(read.get()).isLessThanOrEqualTo((int) progress.done() + 8);
          gate.release();
          return true;
        });

    assertThat(Gallery.files(out)).hasSize(many);
  }

  @Test
  void should_clean_what_a_killed_process_has_left() throws IOException {
    Gallery.png(in.resolve("a.png"), 1);
    Files.writeString(out.resolve(".a.png.999999999999.part"), "half");
    Files.writeString(out.resolve(".a.png.part"), "somebody else's");

    run(new Negative(Optional.of(Gallery.SHAPE)), 1, 1);

    assertThat(Gallery.files(out)).containsOnlyKeys("a.png", ".a.png.part");
  }

  private PictureStream run(Treatment treatment, int batch, int workers) {
    PictureStream stream = stream(treatment, batch, workers);
    assertThat(stream.count(Monitor.none())).isTrue();
    assertThat(stream.run(Monitor.none())).isTrue();
    return stream;
  }

  private PictureStream stream(Treatment treatment, int batch, int workers) {
    return new PictureStream(new FolderSource(in), FolderSink.open(out), treatment, batch, workers);
  }

  private int level(String name) {
    return Math.round(255 * PictureReader.read(out.resolve(name)).pixels()[0]);
  }

  private static void delete(Path file) {
    file.toFile().delete();
  }
}
