package io.imagepriors.runtime.command.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.api.ImageStack;
import io.imagepriors.runtime.evaluation.Toys;
import io.imagepriors.runtime.picture.PictureReader;
import io.imagepriors.runtime.picture.PictureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreCommandTest {
  private static final int BAD_INPUT = 2;

  @TempDir private Path folder;

  private final Bench bench = Bench.complete();

  @Test
  void should_restore_a_digit_with_no_option_at_all() {
    assertThat(bench.run("restore")).isZero();

    assertThat(bench.out())
        .contains("gaussian-noise, restored by hybrid with uniform")
        .contains("dB before")
        .doesNotContain("written");
  }

  @Test
  void should_restore_without_a_prior_where_none_is_needed() {
    Bench bare =
        new Bench()
            .plug(Toys.noise("gaussian-noise"))
            .plug(Toys.baseline("base"))
            .plug(new ToyDigits());

    assertThat(bare.run("restore", "--restorer", "base")).isZero();

    assertThat(bare.out()).contains("restored by base\n".replace("\n", System.lineSeparator()));
    bare.run("restore", "--restorer", "base", "--json");
    assertThat(JsonParser.parseString(bare.out()).getAsJsonObject().has("prior")).isFalse();
  }

  @Test
  void should_show_and_write_how_sure_a_restoration_is() {
    bench.plug(Toys.unsure("unsure"));
    Path out = folder.resolve("clean.png");

    bench.runInTerminal("restore", "--restorer", "unsure", "--out", out.toString());

    assertThat(bench.out()).contains("deviation", "written: ", "clean-uncertainty.png");
    assertThat(folder.resolve("clean-uncertainty.png")).isRegularFile();
    bench.run("restore", "--restorer", "unsure", "--json");
    JsonObject answer = JsonParser.parseString(bench.out()).getAsJsonObject();
    // Black or white: a deviation of sqrt(1/2), if n - 1 divides.
    assertThat(answer.get("meanDeviation").getAsDouble()).isCloseTo(0.7071, within(1e-4));
    assertThat(answer.has("uncertainty")).isFalse();
  }

  @Test
  void should_refuse_a_prior_that_nothing_would_use() {
    bench.plug(Toys.baseline("base"));

    assertThat(bench.run("restore", "--restorer", "base", "--prior", "naive")).isEqualTo(BAD_INPUT);

    assertThat(bench.err())
        .isEqualToIgnoringNewLines("error: restorer 'base' uses no prior: leave --prior out");
  }

  @Test
  void should_say_that_a_prior_is_needed_where_none_is_plugged_in() {
    Bench bare =
        new Bench()
            .plug(Toys.noise("gaussian-noise"))
            .plug(Toys.flatten("hybrid"))
            .plug(new ToyDigits());

    assertThat(bare.run("restore")).isEqualTo(BAD_INPUT);
    assertThat(bare.err()).contains("prior").contains("there is none");
  }

  @Test
  void should_take_the_size_of_a_picture_where_no_prior_needs_another() {
    Path wide = folder.resolve("wide.png");
    PictureWriter.write(ImageStack.zeros(1, io.imagepriors.api.Shape.grey(5, 6)), 0, wide);
    Path out = folder.resolve("out.png");
    bench.plug(Toys.baseline("base"));

    String[] line = {
      "restore",
      "--restorer",
      "base",
      "--in",
      wide.toString(),
      "--degradation",
      "stripe",
      "--out",
      out.toString()
    };

    assertThat(bench.run(line)).as(bench.err()).isZero();
    assertThat(PictureReader.read(out).shape()).hasToString("1x5x6");
  }

  @Test
  void should_find_out_how_large_a_picture_was_where_no_prior_says_so() {
    Path small = folder.resolve("small.png");
    PictureWriter.write(ImageStack.zeros(1, io.imagepriors.api.Shape.grey(3, 5)), 0, small);
    Path out = folder.resolve("out.png");
    bench.plug(Toys.shrink()).plug(Toys.baseline("base"));

    String[] line = {
      "restore",
      "--restorer",
      "base",
      "--in",
      small.toString(),
      "--degradation",
      "shrink",
      "--out",
      out.toString()
    };

    assertThat(bench.run(line)).as(bench.err()).isZero();
    assertThat(PictureReader.read(out).shape()).hasToString("1x6x10");
  }

  @Test
  void should_take_degradations_in_sequence() {
    bench.run("restore", "--degradation", "gaussian-noise:sigma=0.3+stripe", "--json");

    JsonObject json = JsonParser.parseString(bench.out()).getAsJsonObject();
    assertThat(json.get("degradation").getAsString()).isEqualTo("gaussian-noise:sigma=0.3+stripe");
  }

  @Test
  void should_answer_with_data() {
    int code = bench.run("restore", "--prior", "naive", "--index", "3", "--seed", "4", "--json");

    JsonObject json = JsonParser.parseString(bench.out()).getAsJsonObject();
    assertThat(code).isZero();
    assertThat(json.get("prior").getAsString()).isEqualTo("naive");
    assertThat(json.get("image").getAsString()).endsWith("[3]");
    assertThat(json.get("psnrAfter").getAsDouble())
        .isGreaterThan(json.get("psnrBefore").getAsDouble());
    assertThat(json.has("psnrMissing")).isFalse();
  }

  @Test
  void should_measure_missing_pixels_of_masks() {
    bench.run("restore", "--degradation", "stripe", "--json");

    assertThat(JsonParser.parseString(bench.out()).getAsJsonObject().has("psnrMissing")).isTrue();
  }

  @Test
  void should_restore_a_picture_that_was_degraded_before() {
    Path noisy = folder.resolve("noisy.png");
    Path restored = folder.resolve("restored.png");
    bench.run("degrade", "--sigma", "0.05", "--index", "4", "--out", noisy.toString());

    int code =
        bench.run(
            "restore",
            "--in",
            noisy.toString(),
            "--degradation",
            "gaussian-noise",
            "--out",
            restored.toString());

    assertThat(bench.err()).isEmpty();
    assertThat(code).isZero();
    assertThat(bench.out()).contains("written: " + restored).doesNotContain("PSNR");
    ImageStack result = PictureReader.read(restored, Toys.SHAPE);
    assertThat(result.pixels()).containsOnly(result.pixels()[0]);
  }

  @Test
  void should_give_the_same_bytes_for_the_same_seed() throws IOException {
    byte[] first = restore("7");
    byte[] again = restore("7");
    byte[] other = restore("8");

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void should_show_before_and_after_to_a_person() {
    bench.runInTerminal("restore");

    assertThat(bench.out().lines().findFirst()).hasValue("clea  befo  afte");
    bench.run("restore");
    assertThat(bench.out()).doesNotContain("befo  afte");
  }

  @Test
  void should_leave_the_clean_image_out_where_three_do_not_fit() {
    bench.runInTerminal(15, "restore");

    assertThat(bench.out().lines().findFirst()).hasValue("befo  afte");
  }

  @Test
  void should_refuse_bad_input_in_one_line_and_write_nothing() throws IOException {
    Path large = folder.resolve("large.png");
    PictureWriter.write(ImageStack.zeros(1, io.imagepriors.api.Shape.grey(28, 28)), 0, large);
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    Path out = folder.resolve("out.png");
    String[][] lines = {
      {"--prior", "unknown"},
      {"--sigma", "-3"},
      {"--degradation", "gaussian-noise:sigma=-3"},
      {"--index", "10"},
      {"--split", "nothing"},
      {"--in", large.toString(), "--degradation", "stripe"},
      {"--in", text.toString(), "--degradation", "stripe"},
      {"--in", folder.resolve("none.png").toString(), "--degradation", "stripe"},
      {"--in", large.toString()},
      {"--in", large.toString(), "--degradation", "stripe", "--index", "1"},
    };

    for (String[] line : lines) {
      String[] words = new String[line.length + 3];
      words[0] = "restore";
      words[1] = "--out";
      words[2] = out.toString();
      System.arraycopy(line, 0, words, 3, line.length);
      assertThat(bench.run(words)).as(String.join(" ", words)).isEqualTo(BAD_INPUT);
      assertThat(bench.out()).isEmpty();
      assertThat(bench.err().lines()).hasSize(1);
      assertThat(out).doesNotExist();
    }
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(large, text);
    }
  }

  @Test
  void should_name_the_size_that_is_needed() {
    Path large = folder.resolve("large.png");
    PictureWriter.write(ImageStack.zeros(1, io.imagepriors.api.Shape.grey(5, 6)), 0, large);

    bench.run("restore", "--in", large.toString(), "--degradation", "stripe");

    assertThat(bench.err())
        .isEqualToIgnoringNewLines(
            "error: picture " + large + " must be 4 pixels wide and 4 high, got 6 x 5");
  }

  @Test
  void should_refuse_an_output_that_can_not_be_written_before_it_computes() {
    Path out = folder.resolve("missing").resolve("out.png");

    assertThat(bench.run("restore", "--out", out.toString())).isEqualTo(BAD_INPUT);

    assertThat(bench.err()).contains(out + " can't be written: no such file or folder");
  }

  @Test
  void should_not_overwrite_its_input() {
    Path picture = folder.resolve("picture.png");
    bench.run("degrade", "--out", picture.toString());

    String[] line = {
      "restore", "--degradation", "stripe", "--in", picture.toString(), "--out", picture.toString()
    };

    assertThat(bench.run(line)).isEqualTo(BAD_INPUT);
    assertThat(bench.err()).contains("another file");
  }

  @Test
  void should_leave_nothing_when_it_is_cancelled() {
    Path out = folder.resolve("out.png");
    bench.cancel();

    assertThat(bench.run("restore", "--out", out.toString())).isEqualTo(130);

    assertThat(folder).isEmptyDirectory();
  }

  private byte[] restore(String seed) throws IOException {
    Path out = folder.resolve("out.png");
    assertThat(bench.run("restore", "--seed", seed, "--out", out.toString())).isZero();
    return Files.readAllBytes(out);
  }
}
