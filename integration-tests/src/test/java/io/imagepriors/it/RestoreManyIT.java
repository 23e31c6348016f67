package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code restore} of many pictures by a process that is killed and started again. */
class RestoreManyIT {
  private static final int COUNT = 300;
  private static final int SIDE = 28;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
  private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  @TempDir Path folder;

  @Test
  void should_have_every_picture_once_and_right_after_a_kill() throws Exception {
    Path in = pictures();
    Path out = folder.resolve("killed");
    kill(() -> results(out), in, out);
    Map<String, String> half = files(out);

    ProcessRun resumed = restore(in, out, "--batch", "64", "--workers", "2");
    ProcessRun whole = restore(in, folder.resolve("whole"), "--batch", "7", "--workers", "1");

    assertThat(half).hasSizeBetween(2, COUNT - 1);
    assertThat(resumed.exit()).as(resumed.err()).isEqualTo(1);
    assertThat(resumed.out()).contains("by earlier runs", "failed 1;", "failed: 5/broken.png: ");
    assertThat(whole.exit()).isEqualTo(1);
    assertThat(files(out)).isEqualTo(files(folder.resolve("whole"))).hasSize(COUNT + 1);
    assertThat(files(out)).containsAllEntriesOf(half);
  }

  @Test
  void should_have_every_image_of_a_file_once_and_right_after_a_kill() throws Exception {
    Path in = Files.write(folder.resolve("noisy-idx3-ubyte"), idx());
    Path out = folder.resolve("killed.idx");
    Path part = folder.resolve(".killed.idx.part");
    kill(() -> (part.toFile().length() - 16) / (SIDE * SIDE), in, out);
    assertThat(out).doesNotExist();

    ProcessRun resumed = restore(in, out, "--batch", "64", "--workers", "2");
    ProcessRun whole = restore(in, folder.resolve("whole.idx"), "--batch", "7", "--workers", "1");

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("by earlier runs");
    assertThat(whole.exit()).isZero();
    assertThat(Files.readAllBytes(out))
        .hasSize(16 + COUNT * SIDE * SIDE)
        .isEqualTo(Files.readAllBytes(folder.resolve("whole.idx")));
    assertThat(part).doesNotExist();
  }

  @Test
  void should_find_the_noise_level_of_each_picture_by_itself() throws Exception {
    Path in = Files.createDirectory(folder.resolve("noisy"));
    for (String sigma : List.of("0.1", "0.4")) {
      String out = in.resolve(sigma + ".png").toString();
      ProcessRun.priors(
          folder, "degrade", "--out", out, "--degradation", "gaussian-noise", "--sigma", sigma);
    }
    String auto = "gaussian-noise:sigma=auto";

    ProcessRun all =
        ProcessRun.priors(
            folder, "restore", "--in", "noisy", "--out", "all", "--degradation", auto);
    ProcessRun one =
        ProcessRun.priors(
            folder, "restore", "--in", "noisy/0.4.png", "--out", "one.png", "--degradation", auto);

    assertThat(all.exit()).as(all.err()).isZero();
    assertThat(one.exit()).as(one.err()).isZero();
    assertThat(folder.resolve("all/0.4.png")).hasSameBinaryContentAs(folder.resolve("one.png"));
  }

  /** Starts restoring and kills the process once a tenth is done. */
  private void kill(LongSupplier done, Path in, Path out) throws Exception {
    Process process =
        new ProcessBuilder(command(in, out, "--batch", "2", "--workers", "2"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (done.getAsLong() < COUNT / 10) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(GLANCE_NANOS);
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  private ProcessRun restore(Path in, Path out, String... more) throws Exception {
    return ProcessRun.of(folder, command(in, out, more));
  }

  private static List<String> command(Path in, Path out, String... more) {
    List<String> command = new ArrayList<>(List.of(ProcessRun.script(), "restore"));
    command.addAll(List.of("--in", in.toString(), "--out", out.toString()));
    command.addAll(List.of("--degradation", "gaussian-noise:sigma=0.2"));
    command.addAll(List.of("--restorer", "hybrid:starts=4,survivors=2,refine-steps=20"));
    command.addAll(List.of(more));
    return command;
  }

  /** Noisy rings, in ten folders, and one file that is no picture. */
  private Path pictures() throws IOException {
    Path in = folder.resolve("in");
    Random random = new Random(4);
    for (int i = 0; i < COUNT; i++) {
      BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
      byte[] levels = ring(random);
      for (int k = 0; k < levels.length; k++) {
        picture.getRaster().setSample(k % SIDE, k / SIDE, 0, levels[k] & 0xff);
      }
      Path file = in.resolve(String.valueOf(i % 10)).resolve("ring" + i + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(picture, "png", file.toFile());
    }
    Files.writeString(in.resolve("5/broken.png"), "no picture");
    return in;
  }

  private static byte[] idx() {
    ByteBuffer bytes = ByteBuffer.allocate(16 + COUNT * SIDE * SIDE);
    bytes.putInt(0x803).putInt(COUNT).putInt(SIDE).putInt(SIDE);
    Random random = new Random(4);
    for (int i = 0; i < COUNT; i++) {
      bytes.put(ring(random));
    }
    return bytes.array();
  }

  private static byte[] ring(Random random) {
    byte[] levels = new byte[SIDE * SIDE];
    double radius = 4 + 6 * random.nextDouble();
    for (int k = 0; k < levels.length; k++) {
      int row = k / SIDE;
      double distance = Math.hypot(k % SIDE - 13.5, row - 13.5);
      double value = (Math.abs(distance - radius) < 2 ? 1 : 0) + 0.2 * random.nextGaussian();
      levels[k] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
    }
    return levels;
  }

  private static long results(Path root) {
    String[] folders = root.toFile().list();
    return folders == null
        ? 0
        : Arrays.stream(folders)
            .map(name -> root.resolve(name).toFile().list((where, file) -> file.endsWith(".png")))
            .mapToLong(files -> files == null ? 0 : files.length)
            .sum();
  }

  /** All that is visible, with its bytes. */
  private static Map<String, String> files(Path root) {
    Map<String, String> files = new TreeMap<>();
    if (!Files.exists(root)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!file.getFileName().toString().startsWith(".")) {
          files.put(name, Arrays.toString(Files.readAllBytes(file)));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return files;
  }
}
