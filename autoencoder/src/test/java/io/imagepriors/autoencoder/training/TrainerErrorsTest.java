package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TrainerErrorsTest {
  private static final Blobs IMAGES = Blobs.of(120);

  private final AutoencoderTrainer trainer = RandomPull.trainer();
  @TempDir private Path folder;

  private void train(LabelledImages images, Path file, Monitor monitor, String... settings) {
    trainer.train(images, file, RandomPull.quick(trainer, settings), monitor);
  }

  private List<String> filesThere() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void should_refuse_fewer_images_than_a_batch() {
    assertThatThrownBy(
            () -> train(Blobs.of(20), folder.resolve("a.onnx"), Monitor.none(), "batch", "50"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("fill a batch of 50")
        .hasMessageContaining("20 images");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void should_refuse_a_shape_that_the_architecture_can_not_take() {
    Blobs odd = new Blobs(Shape.grey(10, 8), 120);

    assertThatThrownBy(() -> train(odd, folder.resolve("a.onnx"), Monitor.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("divisible by 4")
        .hasMessageContaining("1x10x8");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void should_create_the_folder_of_the_output() {
    Path file = folder.resolve("new").resolve("folder").resolve("a.onnx");

    train(IMAGES, file, Monitor.none(), "epochs", "1");

    assertThat(file).exists();
  }

  @Test
  void should_refuse_a_folder_as_output() {
    assertThatThrownBy(() -> train(IMAGES, folder, Monitor.none()))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void should_refuse_a_file_as_folder() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "x").resolve("a.onnx");

    assertThatThrownBy(() -> train(IMAGES, blocked, Monitor.none()))
        .isInstanceOf(FileException.class);
  }

  @Test
  void should_name_a_damaged_checkpoint() throws IOException {
    Path checkpoint = folder.resolve("a.onnx.checkpoint");
    train(IMAGES, folder.resolve("a.onnx"), progress -> progress.done() < 3);
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length / 2] ^= 1;
    Files.write(checkpoint, bytes);

    assertThatThrownBy(() -> train(IMAGES, folder.resolve("a.onnx"), Monitor.none()))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(checkpoint.toString())
        .hasMessageContaining("delete it to start anew");
  }

  @Test
  void should_refuse_a_second_training_in_the_same_process() {
    Monitor trainsMore =
        progress -> {
          train(IMAGES, folder.resolve("inner.onnx"), Monitor.none());
          return true;
        };

    assertThatThrownBy(() -> train(IMAGES, folder.resolve("outer.onnx"), trainsMore))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("another training runs in this process");
    train(IMAGES, folder.resolve("after.onnx"), Monitor.none(), "epochs", "1");
    assertThat(folder.resolve("after.onnx")).exists();
  }

  @Test
  void should_say_so_when_the_loss_grows_without_bound() {
    Objective growing = new Growing();
    AutoencoderTrainer diverging = new AutoencoderTrainer("growing", "for tests", growing);

    assertThatThrownBy(
            () ->
                diverging.train(
                    IMAGES, folder.resolve("a.onnx"), RandomPull.quick(diverging), Monitor.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'learning-rate' must be small enough")
        .hasMessageContaining("0.006");
    assertThat(folder.resolve("a.onnx")).doesNotExist();
  }

  /** Leaves the range of float32 at the first step. */
  private static final class Growing implements Objective {
    @Override
    public List<Parameter<?>> parameters() {
      return List.of();
    }

    @Override
    public Loss bind(Parameters parameters) {
      return batch -> batch.squaredError().mul(Float.MAX_VALUE).mul(Float.MAX_VALUE);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX) // has /dev/full, which takes no byte: "No space left on device"
  void should_keep_all_files_when_the_disk_fills_up_while_training() throws IOException {
    Path file = Files.writeString(folder.resolve("a.onnx"), "an earlier model");
    Monitor fillsDisk =
        progress -> {
          if (progress.done() == 3) {
            linkToFullDisk(folder.resolve(".a.onnx.checkpoint.part"));
          }
          return true;
        };

    assertThatThrownBy(() -> train(IMAGES, file, fillsDisk))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("a.onnx.checkpoint can't be written")
        .hasMessageContaining("No space left on device");

    assertThat(file).hasContent("an earlier model");
    assertThat(filesThere()).containsExactly("a.onnx", "a.onnx.checkpoint");
    train(IMAGES, file, Monitor.none());
    train(IMAGES, folder.resolve("b.onnx"), Monitor.none());
    assertThat(file).hasSameBinaryContentAs(folder.resolve("b.onnx"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void should_keep_the_earlier_model_when_the_disk_is_full_at_the_end() throws IOException {
    Path file = Files.writeString(folder.resolve("a.onnx"), "an earlier model");
    linkToFullDisk(folder.resolve(".a.onnx.part"));

    assertThatThrownBy(() -> train(IMAGES, file, Monitor.none()))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("a.onnx can't be written")
        .hasMessageContaining("No space left on device");

    assertThat(file).hasContent("an earlier model");
    assertThat(filesThere()).containsExactly("a.onnx", "a.onnx.checkpoint");
  }

  private static void linkToFullDisk(Path link) {
    try {
      Files.createSymbolicLink(link, Path.of("/dev/full"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
