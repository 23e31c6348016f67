package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import io.imagepriors.autoencoder.training.LearnedModel.FlatValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  private static final Checkpoint CHECKPOINT =
      new Checkpoint(
          Map.of("seed", "7"),
          42,
          new FlatValues(new float[] {1, 2, 3}, new float[] {4}),
          new Adam.Moments(new float[] {5, 6, 7}, new float[] {8, 9, 10}),
          new BestModel(0.5, 3, new FlatValues(new float[] {11, 12, 13}, new float[] {14})));

  @TempDir private Path folder;
  private CheckpointFile file;

  @BeforeEach
  void write() {
    file = new CheckpointFile(folder.resolve("model.onnx"));
    file.write(CHECKPOINT);
  }

  @Test
  void should_read_back_what_it_wrote() {
    Checkpoint read = file.read().orElseThrow();

    assertThat(read).usingRecursiveComparison().isEqualTo(CHECKPOINT);
    assertThat(folder.toFile().list()).containsExactly("model.onnx.checkpoint");
  }

  @Test
  void should_find_none_after_deletion() {
    file.delete();

    assertThat(file.read()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void should_refuse_every_truncation() throws IOException {
    byte[] whole = Files.readAllBytes(file.path());
    for (int length = 0; length < whole.length; length++) {
      Files.write(file.path(), Arrays.copyOf(whole, length));
      assertThatThrownBy(file::read)
          .as("first %d of %d bytes", length, whole.length)
          .isInstanceOf(FileException.class)
          .hasMessageContaining("model.onnx.checkpoint");
    }
  }

  @Test
  void should_refuse_every_changed_byte() throws IOException {
    byte[] whole = Files.readAllBytes(file.path());
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x10;
      Files.write(file.path(), changed);
      assertThatThrownBy(file::read).as("byte %d", i).isInstanceOf(FileException.class);
    }
  }
}
