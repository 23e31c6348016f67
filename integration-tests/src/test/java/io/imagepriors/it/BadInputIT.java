package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users get wrong ends in one line, exit code 2 and no file that was not there before. */
class BadInputIT {
  @TempDir Path folder;

  @Test
  void should_list_the_priors_there_are_when_one_is_unknown() throws Exception {
    assertRefused(
        List.of("restore", "--prior", "nave", "--out", "out.png"),
        "unknown prior 'nave'",
        "naive, uniform");
  }

  @Test
  void should_name_the_range_of_an_option() throws Exception {
    assertRefused(
        List.of("restore", "--degradation", "gaussian-noise", "--sigma", "-3", "--out", "out.png"),
        "parameter 'sigma' must be auto or in (0, 10], got -3");
  }

  @Test
  void should_refuse_an_unknown_option() throws Exception {
    assertRefused(List.of("restore", "--sgima", "1", "--out", "out.png"), "--sgima");
  }

  @Test
  void should_refuse_a_picture_of_the_wrong_size() throws Exception {
    writePicture("wide.png", 30, 28);

    assertRefused(restoreFile("wide.png"), "wide.png", "28 pixels wide and 28 high", "30 x 28");
  }

  @Test
  void should_refuse_a_picture_that_is_none() throws Exception {
    Files.writeString(folder.resolve("text.png"), "not a picture");

    assertRefused(restoreFile("text.png"), "text.png");
  }

  @Test
  void should_refuse_a_picture_that_is_not_there() throws Exception {
    assertRefused(restoreFile("absent.png"), "absent.png", "no such file");
  }

  @Test
  void should_refuse_masks_that_hide_all_or_nothing() throws Exception {
    writeMask("white.png", 0xffffff);
    writeMask("black.png", 0);

    assertRefused(restoreMasked("mask:picture=white.png"), "mask");
    assertRefused(restoreMasked("mask:picture=black.png"), "mask");
    assertRefused(restoreMasked("mask:hole=28"), "mask");
  }

  @Test
  void should_name_the_place_where_an_idx_file_ends_too_early() throws Exception {
    ByteBuffer header = ByteBuffer.allocate(16 + 100);
    header.putInt(0x803).putInt(60000).putInt(28).putInt(28);
    Files.write(folder.resolve("train-images-idx3-ubyte"), header.array());

    assertRefused(
        List.of(
            "restore", "--dataset", "mnist", "--split", "train", "--data", ".", "--out", "out.png"),
        "train-images-idx3-ubyte",
        "offset",
        "expected");
  }

  @Test
  void should_refuse_a_truncated_model() throws Exception {
    byte[] model = shippedModel();
    Files.write(folder.resolve("half.onnx"), java.util.Arrays.copyOf(model, model.length / 2));

    assertRefused(restoreWith("half.onnx"), "half.onnx", "expected");
  }

  @Test
  void should_refuse_a_model_without_the_functions_needed() throws Exception {
    ModelProto empty =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setGraph(GraphProto.newBuilder().setName("g"))
            .build();
    Files.write(folder.resolve("empty.onnx"), empty.toByteArray());

    assertRefused(restoreWith("empty.onnx"), "empty.onnx", "expected");
  }

  @Test
  void should_refuse_an_output_that_can_not_be_written() throws Exception {
    Files.writeString(folder.resolve("file"), "");

    assertRefused(List.of("restore", "--out", "file/out.png"), "file/out.png");
  }

  @Test
  void should_leave_nothing_half_written_when_the_disk_is_full() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(mounted(small), "needs the right to mount a small tmpfs; skipped");
    try {
      assertRefused(
          List.of(
              "train",
              "naive",
              "--split",
              "train[0:1000]",
              "--epochs",
              "1",
              "--output",
              "small/naive.onnx"),
          "small/naive.onnx",
          "can't be written");
      assertThat(small).isEmptyDirectory();
    } finally {
      new ProcessBuilder("umount", small.toString()).start().waitFor();
    }
  }

  private void assertRefused(List<String> arguments, String... parts) throws Exception {
    List<Path> before = files();

    ProcessRun run = ProcessRun.priors(folder, arguments.toArray(String[]::new));

    // A training first says what it is about to do.
    List<String> lines = run.err().lines().filter(line -> !line.startsWith("training ")).toList();
    assertThat(lines).as(run.err()).hasSize(1);
    assertThat(lines.get(0)).startsWith("error: ").contains(parts);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private static List<String> restoreFile(String picture) {
    return List.of(
        "restore", "--in", picture, "--degradation", "gaussian-noise", "--out", "out.png");
  }

  private static List<String> restoreMasked(String degradation) {
    return List.of("restore", "--degradation", degradation, "--out", "out.png");
  }

  private static List<String> restoreWith(String model) {
    return List.of("restore", "--prior", model, "--out", "out.png");
  }

  private void writePicture(String name, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(picture, "png", folder.resolve(name).toFile());
  }

  private void writeMask(String name, int grey) throws IOException {
    BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 28 * 28; i++) {
      picture.setRGB(i % 28, i / 28, grey);
    }
    ImageIO.write(picture, "png", folder.resolve(name).toFile());
  }

  private static byte[] shippedModel() throws IOException {
    Path bundle = Distribution.jar("bundles", "imagepriors-priors-naive");
    try (JarFile jar = new JarFile(bundle.toFile())) {
      var entry = jar.stream().filter(e -> e.getName().endsWith(".onnx")).findFirst().orElseThrow();
      try (InputStream in = jar.getInputStream(entry)) {
        return in.readAllBytes();
      }
    }
  }

  private static boolean mounted(Path target) throws InterruptedException {
    try {
      Process mount =
          new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", target.toString())
              .redirectErrorStream(true)
              .start();
      new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return mount.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
