package io.imagepriors.runtime.command.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.evaluation.Toys;
import io.imagepriors.runtime.picture.PictureReader;
import io.imagepriors.runtime.picture.PictureWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code restore} with a folder, or a file in MNIST's format. */
class RestoreManyTest {
  private static final int PARTLY = 1;
  private static final int BAD_INPUT = 2;
  private static final int CANCELLED = 130;

  @TempDir private Path folder;
  private Path in;
  private Path out;
  private final Bench bench = Bench.complete();

  @BeforeEach
  void makePictures() throws IOException {
    in = Files.createDirectories(folder.resolve("in/deep")).getParent();
    out = folder.resolve("out");
    png(in.resolve("a.png"), .2f);
    png(in.resolve("deep/b.png"), .4f);
  }

  @Test
  void should_restore_a_folder() {
    assertThat(restore()).as(bench.err()).isZero();

    assertThat(bench.out())
        .contains("2 pictures: gaussian-noise, restored by hybrid with uniform", "restored 2;")
        .doesNotContain("failed", "skipped", "left");
    assertThat(PictureReader.read(out.resolve("deep/b.png"), Toys.SHAPE).pixels())
        .containsOnly(.4f);
    assertThat(out.resolve("restore.json")).content().contains("\"priorSha256\": \"");
  }

  @Test
  void should_go_on_with_what_is_missing() throws IOException {
    restore();
    byte[] first = Files.readAllBytes(out.resolve("a.png"));
    Files.delete(out.resolve("a.png"));

    assertThat(restore("--batch", "1", "--workers", "3")).isZero();

    assertThat(bench.out()).contains("restored 1, by earlier runs 1;");
    assertThat(out.resolve("a.png")).hasBinaryContent(first);
  }

  @Test
  void should_refuse_to_go_on_with_other_settings() {
    restore();

    assertThat(restore("--prior", "naive")).isEqualTo(BAD_INPUT);

    assertThat(bench.err())
        .contains("were made with prior = uniform, not naive")
        .contains("--overwrite");
    assertThat(restore("--sigma", "0.3")).isEqualTo(BAD_INPUT);
    assertThat(bench.err()).contains("degradation = gaussian-noise, not gaussian-noise:sigma=0.3");
    assertThat(restore("--prior", "naive", "--overwrite")).as(bench.err()).isZero();
    assertThat(bench.out()).contains("restored 2;");
    assertThat(restore("--prior", "naive")).isZero();
    assertThat(bench.out()).contains("restored 0, by earlier runs 2;");
  }

  @Test
  void should_list_bad_pictures_and_odd_files_at_the_end() throws IOException {
    png(in.resolve("large.png"), .1f, Shape.grey(9, 9));
    Files.writeString(in.resolve("deep/text.png"), "no picture");
    Files.writeString(in.resolve("notes.txt"), "odd");

    assertThat(restore()).isEqualTo(PARTLY);

    assertThat(bench.out())
        .contains("restored 2, failed 2;")
        .contains("failed: deep/text.png: file ", "failed: large.png: picture ")
        .contains("skipped, no PNG or JPEG: notes.txt");
    assertThat(restore("--json")).isEqualTo(PARTLY);
    JsonObject json = JsonParser.parseString(bench.out()).getAsJsonObject();
    assertThat(json.get("before").getAsInt()).isEqualTo(2);
    assertThat(json.get("failed").getAsInt()).isEqualTo(2);
    JsonObject failure = json.getAsJsonArray("failures").get(1).getAsJsonObject();
    assertThat(failure.get("picture").getAsString()).isEqualTo("large.png");
    assertThat(failure.get("reason").getAsString()).contains("got 9 x 9");
    assertThat(json.getAsJsonArray("skippedFiles").get(0).getAsString()).isEqualTo("notes.txt");
  }

  @Test
  void should_take_any_size_where_no_prior_needs_one() {
    bench.plug(Toys.baseline("base"));
    png(in.resolve("large.png"), .1f, Shape.grey(9, 7));

    assertThat(restore("--restorer", "base")).as(bench.err()).isZero();

    assertThat(PictureReader.read(out.resolve("large.png")).shape()).isEqualTo(Shape.grey(9, 7));
  }

  @Test
  void should_turn_one_file_in_mnist_format_into_another() throws IOException {
    Path digits = Files.write(folder.resolve("digits-idx3-ubyte"), idx(5, Toys.SHAPE));
    out = folder.resolve("clean.idx");

    assertThat(run(digits)).as(bench.err()).isZero();

    assertThat(out).hasBinaryContent(idx(5, Toys.SHAPE));
    assertThat(folder.resolve("clean.idx.restore.json")).exists();
    assertThat(run(digits)).isZero();
    assertThat(bench.out()).contains("restored 0, by earlier runs 5;");
    assertThat(run(digits, "--prior", "naive")).isEqualTo(BAD_INPUT);
    assertThat(run(digits, "--prior", "naive", "--overwrite")).isZero();
    out = folder.resolve("pictures");
    assertThat(run(digits)).isZero();
    assertThat(out.resolve("4.png")).exists();
  }

  @Test
  void should_refuse_bad_input_in_one_line() throws IOException {
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("mine.txt"), "mine");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path wide = Files.write(folder.resolve("wide.idx"), idx(2, Shape.grey(5, 6)));
    Path mine = Files.writeString(folder.resolve("mine.idx"), "mine");
    Path digits = Files.write(folder.resolve("digits.idx"), idx(2, Toys.SHAPE));
    String[][] lines = {
      {"--in", in.toString(), "--out", full.toString()},
      {"--in", in.toString(), "--out", in.toString()},
      {"--in", in.toString(), "--out", in.resolve("deep").toString()},
      {"--in", in.toString(), "--out", folder.toString(), "--overwrite"},
      {"--in", in.toString()},
      {"--in", in.toString(), "--out", in.resolve("a.png").toString()},
      {"--in", empty.toString(), "--out", out.toString()},
      {"--in", wide.toString(), "--out", folder.resolve("out.idx").toString()},
      {"--in", digits.toString(), "--out", mine.toString()},
      {"--in", in.resolve("a.png").toString(), "--workers", "2"},
      {"--overwrite"},
      {"--in", in.toString(), "--out", out.toString(), "--batch", "0"},
    };

    for (String[] line : lines) {
      List<String> words = new ArrayList<>(List.of("restore", "--degradation", "gaussian-noise"));
      words.addAll(List.of(line));
      int code = bench.run(words.toArray(new String[0]));
      assertThat(code).as(String.join(" ", line)).isEqualTo(BAD_INPUT);
      assertThat(bench.out()).isEmpty();
      assertThat(bench.err().lines()).hasSize(1);
    }
    assertThat(full.resolve("mine.txt")).hasContent("mine");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void should_say_how_far_it_came_when_it_is_cancelled() {
    bench.cancel();

    assertThat(restore()).isEqualTo(CANCELLED);

    assertThat(bench.out()).contains("restored 0");
  }

  private int restore(String... more) {
    return run(in, more);
  }

  private int run(Path from, String... more) {
    List<String> words = new ArrayList<>(List.of("restore", "--in", from.toString()));
    words.addAll(List.of("--degradation", "gaussian-noise", "--out", out.toString()));
    words.addAll(List.of(more));
    return bench.run(words.toArray(new String[0]));
  }

  private static void png(Path file, float value) {
    png(file, value, Toys.SHAPE);
  }

  private static void png(Path file, float value, Shape shape) {
    ImageStack image = ImageStack.zeros(1, shape);
    java.util.Arrays.fill(image.pixels(), value);
    PictureWriter.write(image, 0, file);
  }

  private static byte[] idx(int count, Shape shape) {
    ByteBuffer bytes = ByteBuffer.allocate(16 + count * shape.size());
    bytes.putInt(0x803).putInt(count).putInt(shape.height()).putInt(shape.width());
    while (bytes.hasRemaining()) {
      bytes.put((byte) (10 * ((bytes.position() - 16) / shape.size())));
    }
    return bytes.array();
  }
}
