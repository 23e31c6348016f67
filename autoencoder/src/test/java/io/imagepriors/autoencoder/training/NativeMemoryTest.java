package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Monitor;
import io.imagepriors.autoencoder.data.Seeds;
import io.imagepriors.autoencoder.network.Architecture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeMemoryTest {

  @Test
  void should_leave_no_native_array_behind_in_a_step(@TempDir Path folder) {
    AutoencoderTrainer trainer = RandomPull.trainer();
    var parameters = RandomPull.quick(trainer);
    Settings settings = Settings.from(parameters);
    Blobs source = Blobs.of(120);
    List<Integer> counts = new ArrayList<>();
    try (TorchSession torch = TorchSession.open(1)) {
      Task task =
          new Task(
              settings,
              new AutoencoderLearner(
                  Architecture.CONV.create(source.shape(), 8),
                  new RandomPull().bind(parameters),
                  new Seeds(0)),
              TrainingImages.read(source, settings.heldOut(), settings.batch(), new Seeds(0)),
              new CheckpointFile(folder.resolve("a.onnx")),
              Collections.emptyMap());
      Monitor counting = progress -> counts.add(torch.manager().getManagedArrays().size());

      new Training(torch, task, Optional.empty(), counting).run();
    }

    // 18 steps, with a checkpoint and a measurement on held-out images every 6.
    assertThat(counts).hasSize(18).containsOnly(counts.get(0));
  }
}
