package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A bare model file in the plug-in folder is a prior. */
class ModelDropIT {
  @RegisterExtension static final RunningPlatform platform = new RunningPlatform();

  private final Problems problems = new Problems(platform);

  @Test
  void should_serve_a_model_file_as_a_prior_until_it_is_deleted(@TempDir Path workshop)
      throws Exception {
    Path dropped = drop(ShippedModel.named("bare").toByteArray(), "bare.onnx", workshop);

    Prior bare = platform.await(Prior.class, "bare");
    Prior naive = platform.await(Prior.class, "naive");

    assertThat(energies(bare)).as("the same weights").isEqualTo(energies(naive));
    platform.awaitGone(Prior.class, "bare", () -> Files.delete(dropped));
  }

  @Test
  void should_keep_the_working_model_when_its_file_is_overwritten_in_place(@TempDir Path workshop)
      throws Exception {
    byte[] model = ShippedModel.named("kept").toByteArray();
    Path dropped = drop(model, "kept.onnx", workshop);
    Prior kept = platform.await(Prior.class, "kept");
    double[] expected = energies(kept);

    Files.write(dropped, Arrays.copyOf(model, model.length / 2));

    assertThat(problems.await(dropped)).contains("kept.onnx").contains("expected");
    assertThat(platform.await(Prior.class, "kept")).isSameAs(kept);
    assertThat(energies(kept)).isEqualTo(expected);
    platform.awaitGone(Prior.class, "kept", () -> Files.delete(dropped));
    problems.awaitNone(dropped);
  }

  @Test
  void should_replace_a_model_by_the_one_that_its_file_now_holds(@TempDir Path workshop)
      throws Exception {
    Path dropped = drop(ShippedModel.named("older").toByteArray(), "swap.onnx", workshop);
    platform.await(Prior.class, "older");

    platform.awaitGone(
        Prior.class,
        "older",
        () -> drop(ShippedModel.named("newer").toByteArray(), "swap.onnx", workshop));

    platform.await(Prior.class, "newer");
    platform.awaitGone(Prior.class, "newer", () -> Files.delete(dropped));
  }

  private static Path drop(byte[] bytes, String name, Path workshop) throws IOException {
    Path made = Files.write(workshop.resolve(name), bytes);
    return Files.move(
        made,
        platform.plugins().resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static double[] energies(Prior prior) {
    PriorModel model = prior.bind(prior.shape(), prior.descriptor().defaults());
    return model.values(ImageStack.zeros(2, prior.shape()));
  }
}
