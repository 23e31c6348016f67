package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The heart of the product: a degradation compiled against the api alone, dropped into a folder.
 */
class DropInIT {
  private static final Shape SHAPE = Shape.grey(28, 28);

  @RegisterExtension static final RunningPlatform platform = new RunningPlatform();

  @Test
  void should_use_a_degradation_from_the_moment_its_jar_is_dropped_in(@TempDir Path workshop)
      throws Exception {
    Path dropped = platform.plugins().resolve("fog.jar");

    Files.move(PluginJar.of("Fog", workshop), dropped, StandardCopyOption.ATOMIC_MOVE);
    Degradation fog = platform.await(Degradation.class, "fog");
    double[] errors = errorsBeforeAndAfterRestoring(fog);

    assertThat(errors[1]).isLessThan(errors[0]);
    platform.awaitGone(Degradation.class, "fog", () -> Files.delete(dropped));
    assertThat(platform.all(Degradation.class)).extracting(Degradation::name).doesNotContain("fog");
  }

  @Test
  void should_leave_everything_as_it_was_when_a_broken_jar_is_dropped_in(@TempDir Path workshop)
      throws Exception {
    Path broken = platform.plugins().resolve("broken.jar");
    Path good = platform.plugins().resolve("fog.jar");

    Files.writeString(broken, "no jar");
    Files.move(PluginJar.of("Fog", workshop), good, StandardCopyOption.ATOMIC_MOVE);
    platform.await(Degradation.class, "fog");

    assertThat(platform.all(Prior.class)).extracting(Prior::name).contains("naive", "uniform");
    Files.delete(broken);
    platform.awaitGone(Degradation.class, "fog", () -> Files.delete(good));
  }

  private static double[] errorsBeforeAndAfterRestoring(Degradation degradation) throws Exception {
    Prior prior = platform.await(Prior.class, "uniform");
    Restorer map = platform.await(Restorer.class, "map");
    Dataset digits = platform.await(Dataset.class, "digits");
    ImageStack clean = digits.load("test", digits.descriptor().defaults()).stack(0, 4);
    ForwardModel model = degradation.bind(SHAPE, degradation.descriptor().defaults());
    ImageStack y = model.sample(clean, new SplittableRandom(1));
    ImageStack restored =
        map.restore(
                y,
                model,
                prior.bind(SHAPE, prior.descriptor().defaults()),
                map.descriptor().defaults(),
                Monitor.none())
            .images();
    return new double[] {squaredError(y, clean), squaredError(restored, clean)};
  }

  private static double squaredError(ImageStack a, ImageStack b) {
    double sum = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      double difference = a.pixels()[i] - b.pixels()[i];
      sum += difference * difference;
    }
    return sum;
  }
}
