package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Progress;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.autoencoder.inference.OnnxPrior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bytes for the same seed, whatever happens on the way. */
class RepeatabilityTest {
  /** 96 learned images: 6 steps of 16 an epoch, 18 in all. */
  private static final Blobs IMAGES = Blobs.of(120);

  private static final int MID_EPOCH = 9;

  private final AutoencoderTrainer trainer = RandomPull.trainer();
  @TempDir private Path folder;

  private Path train(String name, Monitor monitor, String... settings) {
    Parameters parameters = RandomPull.quick(trainer, settings);
    return trainer.train(IMAGES, folder.resolve(name), parameters, monitor).file();
  }

  private static Path checkpointOf(Path model) {
    return model.resolveSibling(model.getFileName() + ".checkpoint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv", "mlp"})
  void should_write_the_same_bytes_for_the_same_seed(String architecture) {
    Path first = train("first.onnx", Monitor.none(), "architecture", architecture);
    Path second = train("second.onnx", Monitor.none(), "architecture", architecture);

    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(checkpointOf(first)).doesNotExist();
  }

  @Test
  void should_write_other_weights_for_another_seed() throws IOException {
    Path first = train("first.onnx", Monitor.none());
    Path second = train("second.onnx", Monitor.none(), "seed", "1");

    assertThat(Files.mismatch(first, second)).isNotEqualTo(-1);
  }

  @Test
  void should_end_with_the_same_bytes_after_a_kill() {
    Path undisturbed = train("undisturbed.onnx", Monitor.none());
    Path killed = folder.resolve("killed.onnx");

    assertThatThrownBy(() -> train("killed.onnx", dyingAt(MID_EPOCH)))
        .isInstanceOf(ThreadDeath.class);
    assertThat(killed).doesNotExist();
    assertThat(checkpointOf(killed)).exists();
    List<Progress> after = new ArrayList<>();
    train("killed.onnx", after::add);

    // The checkpoint is of the end of the first epoch: step 6.
    assertThat(after.get(0).done()).isEqualTo(7);
    assertThat(killed).hasSameBinaryContentAs(undisturbed);
    assertThat(checkpointOf(killed)).doesNotExist();
  }

  @SuppressWarnings("removal") // the plainest error that nobody catches
  private static Monitor dyingAt(long step) {
    return progress -> {
      if (progress.done() == step) {
        throw new ThreadDeath();
      }
      return true;
    };
  }

  @Test
  void should_keep_the_best_model_when_stopped_and_go_on_later() {
    Path undisturbed = train("undisturbed.onnx", Monitor.none());
    Path file = folder.resolve("stopped.onnx");

    TrainedPrior stopped =
        trainer.train(
            IMAGES, file, RandomPull.quick(trainer), progress -> progress.done() < MID_EPOCH);
    assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(stopped.facts())
        .containsEntry("training.outcome", "cancelled")
        .containsEntry("training.steps", "" + MID_EPOCH);
    try (OnnxPrior prior = OnnxPrior.of(file)) {
      prior.load();
    }
    List<Progress> after = new ArrayList<>();
    train("stopped.onnx", after::add);

    assertThat(after.get(0).done()).isEqualTo(MID_EPOCH + 1);
    assertThat(file).hasSameBinaryContentAs(undisturbed);
  }

  @Test
  void should_stop_on_interrupt_and_leave_the_thread_interrupted() {
    Thread.currentThread().interrupt();
    TrainedPrior stopped =
        trainer.train(IMAGES, folder.resolve("a.onnx"), RandomPull.quick(trainer), Monitor.none());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(stopped.file()).exists();
  }

  @Test
  void should_leave_an_interrupted_training_of_other_settings_alone() throws IOException {
    train("changed.onnx", progress -> progress.done() < MID_EPOCH, "seed", "2");
    Path checkpoint = folder.resolve("changed.onnx.checkpoint");
    byte[] before = Files.readAllBytes(checkpoint);

    assertThatThrownBy(() -> train("changed.onnx", Monitor.none(), "seed", "1"))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("changed.onnx.checkpoint")
        .hasMessageContaining("delete it to start anew")
        .hasMessageContaining("seed");

    assertThat(checkpoint).hasBinaryContent(before);
  }
}
