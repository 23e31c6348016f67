package io.imagepriors.runtime.command.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.evaluation.Toys;
import io.imagepriors.runtime.picture.PictureReader;
import io.imagepriors.runtime.picture.PictureWriter;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DegradeCommandTest {
  @TempDir private Path folder;

  private final Bench bench = Bench.complete();

  @Test
  void should_write_the_clean_and_the_degraded_image() {
    Path degraded = folder.resolve("degraded.png");
    Path clean = folder.resolve("clean.png");

    int code =
        bench.run(
            "degrade",
            "--degradation",
            "stripe",
            "--out",
            degraded.toString(),
            "--clean",
            clean.toString(),
            "--json");

    assertThat(code).isZero();
    assertThat(JsonParser.parseString(bench.out()).getAsJsonObject().get("out").getAsString())
        .isEqualTo(degraded.toString());
    float[] first = Arrays.copyOf(PictureReader.read(degraded, Toys.SHAPE).pixels(), 4);
    assertThat(first).containsOnly(0f);
    assertThat(PictureReader.read(clean, Toys.SHAPE).pixels()).doesNotContain(0f);
  }

  @Test
  void should_degrade_a_picture_of_any_size() {
    Shape shape = new Shape(3, 7, 5);
    ImageStack colour = ImageStack.zeros(1, shape);
    Arrays.fill(colour.pixels(), 0, 35, 1f);
    Path in = folder.resolve("in.png");
    Path out = folder.resolve("out.png");
    PictureWriter.write(colour, 0, in);

    int code =
        bench.run(
            "degrade", "--degradation", "stripe", "--in", in.toString(), "--out", out.toString());

    assertThat(code).isZero();
    float[] result = PictureReader.read(out, shape).pixels();
    assertThat(result[0]).isZero();
    assertThat(result[34]).isEqualTo(1f);
  }

  @Test
  void should_mark_missing_pixels_for_a_person() {
    bench.runInTerminal("degrade", "--degradation", "stripe");

    assertThat(bench.out()).contains("clea  degr");
    assertThat(bench.out()).contains("toys <test>[0]: stripe, PSNR");
  }

  @Test
  void should_refuse_an_unwritable_output() {
    Path out = folder.resolve("missing").resolve("a.png");

    assertThat(bench.run("degrade", "--clean", out.toString())).isEqualTo(2);

    assertThat(bench.err().lines()).hasSize(1);
  }
}
