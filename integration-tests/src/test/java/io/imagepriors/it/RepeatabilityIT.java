package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same command gives the same bytes, in two processes. */
class RepeatabilityIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"naive", "uniform"})
  void should_train_the_same_model_from_the_same_seed(String trainer) throws Exception {
    byte[] first = train(trainer, "first.onnx");
    byte[] second = train(trainer, "second.onnx");

    assertThat(second).isEqualTo(first);
  }

  @Test
  void should_restore_the_same_pixels_from_the_same_seed() throws Exception {
    byte[] first = restore("first.png", "3");
    byte[] second = restore("second.png", "3");

    assertThat(second).isEqualTo(first);
    assertThat(restore("third.png", "4")).isNotEqualTo(first);
  }

  private byte[] train(String trainer, String output) throws Exception {
    ProcessRun run =
        ProcessRun.priors(
            folder,
            "train",
            trainer,
            "--split",
            "train[0:600]",
            "--epochs",
            "1",
            "--seed",
            "7",
            "--output",
            output);
    assertThat(run.exit()).as(run.err()).isZero();
    return Files.readAllBytes(folder.resolve(output));
  }

  private byte[] restore(String output, String seed) throws Exception {
    ProcessRun run =
        ProcessRun.priors(
            folder,
            "restore",
            "--index",
            "5",
            "--degradation",
            "mask:hole=12",
            "--seed",
            seed,
            "--out",
            output);
    assertThat(run.exit()).as(run.err()).isZero();
    return Files.readAllBytes(folder.resolve(output));
  }
}
