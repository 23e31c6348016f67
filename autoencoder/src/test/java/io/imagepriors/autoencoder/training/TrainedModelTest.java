package io.imagepriors.autoencoder.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Outcome;
import io.imagepriors.api.Progress;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.autoencoder.inference.OnnxPrior;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedModelTest {

  @Test
  void should_learn_and_say_how_in_the_model_file(@TempDir Path folder) {
    AutoencoderTrainer trainer = RandomPull.trainer();
    List<Progress> steps = new ArrayList<>();

    TrainedPrior trained =
        trainer.train(
            Blobs.of(120),
            folder.resolve("blobs.onnx"),
            RandomPull.quick(trainer, "epochs", "10"),
            steps::add);

    assertThat(trained.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(steps).hasSize(60);
    assertThat(steps.get(12))
        .satisfies(
            progress -> {
              assertThat(progress.stage()).isEqualTo("epoch 3/10");
              assertThat(progress.done()).isEqualTo(13);
              assertThat(progress.total()).isEqualTo(60);
              assertThat(progress.items()).isEqualTo(13 * 16);
            });
    // The mean image alone leaves .040; it learns where the spot is.
    assertThat(Double.parseDouble(trained.facts().get("quality.mse"))).isLessThan(0.03);
    assertThat(trained.facts())
        .containsEntry("name", "pull")
        .containsEntry("trainer", "pull")
        .containsEntry("seed", "0")
        .containsEntry("data", "blobs train[0:120]")
        .containsEntry("images.learned", "96")
        .containsEntry("images.held-out", "24")
        .containsEntry("parameter.pull", "0.1")
        .containsEntry(
            "command",
            "./priors train pull --dataset blobs --split \"train[0:120]\" --architecture conv"
                + " --dimension 8 --epochs 10 --batch 16 --learning-rate 0.006 --held-out 0.2"
                + " --seed 0 --threads 1 --pull 0.1 --output pull.onnx")
        .containsKeys(
            "version.image-priors",
            "version.djl",
            "version.pytorch",
            "licence",
            "quality.ks",
            "quality.hole-percent");
    try (OnnxPrior prior = OnnxPrior.of(trained.file())) {
      assertThat(prior.name()).isEqualTo("pull");
      assertThat(prior.descriptor().facts()).containsAllEntriesOf(factsShown(trained));
    }
  }

  private static java.util.Map<String, String> factsShown(TrainedPrior trained) {
    return java.util.Map.of("data", trained.facts().get("data"), "seed", "0");
  }
}
