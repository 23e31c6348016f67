package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Trainer;
import io.imagepriors.autoencoder.plugin.WithoutDjl;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotInstalledTest {

  @Test
  void should_list_trainers_without_djl_and_say_what_is_missing(@TempDir Path folder)
      throws IOException, ReflectiveOperationException {
    try (WithoutDjl loader = new WithoutDjl()) {
      Class<?> type = loader.loadClass(RandomPull.class.getName());
      var factory = type.getDeclaredMethod("trainer");
      factory.setAccessible(true);
      Trainer trainer = (Trainer) factory.invoke(null);

      assertThat(trainer.getClass()).isNotEqualTo(AutoencoderTrainer.class);
      assertThat(trainer.descriptor().parameters()).isNotEmpty();
      assertThatThrownBy(
              () ->
                  trainer.train(
                      Blobs.of(120),
                      folder.resolve("a.onnx"),
                      trainer.descriptor().defaults(),
                      Monitor.none()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("training is not installed");
      assertThat(folder).isEmptyDirectory();
    }
  }
}
