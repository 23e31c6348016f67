package io.imagepriors.autoencoder.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.api.Trainer;
import io.imagepriors.autoencoder.inference.OnnxPriorReader;
import io.imagepriors.conformance.PriorConformance;
import io.imagepriors.conformance.TrainerConformance;
import io.imagepriors.conformance.junit.PriorConformanceTest;
import io.imagepriors.conformance.junit.TrainerConformanceTest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar of every auto-encoder prior promises. Extend it in the prior's module. */
public abstract class AutoencoderPluginsTest {
  private final Class<? extends PluginProvider> door;
  private final String name;
  private final List<Plugin> plugins;

  /**
   * @param door the jar's provider, found by {@link ServiceLoader}
   * @param name of the prior and its trainer
   */
  protected AutoencoderPluginsTest(Class<? extends PluginProvider> door, String name) {
    this.door = door;
    this.name = name;
    this.plugins =
        ServiceLoader.load(PluginProvider.class).stream()
            .filter(provider -> provider.type() == door)
            .flatMap(provider -> provider.get().plugins().stream())
            .toList();
  }

  @AfterEach
  void close() {
    plugins.forEach(Plugin::close);
  }

  /** The jar's trainer. */
  protected final Trainer trainer() {
    return only(Trainer.class, plugins);
  }

  private Prior prior() {
    return only(Prior.class, plugins);
  }

  private static <T extends Plugin> T only(Class<T> kind, List<Plugin> plugins) {
    List<T> found = plugins.stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Nested
  class AsAPrior extends PriorConformanceTest {
    @Override
    protected PriorConformance conformance() {
      return PriorConformance.of(prior()).withProvider(door);
    }
  }

  @Nested
  class AsATrainer extends TrainerConformanceTest {
    @Override
    protected TrainerConformance conformance() {
      return TrainerConformance.of(trainer())
          .withShape(Shape.grey(8, 8))
          .withReader(new OnnxPriorReader())
          .withProvider(door);
    }
  }

  @Test
  void should_offer_a_prior_and_its_trainer_by_one_name() {
    assertThat(plugins).hasSize(2);
    assertThat(prior().name()).isEqualTo(name);
    assertThat(trainer().name()).isEqualTo(name);
  }

  @Test
  void should_say_how_the_model_was_made() {
    assertThat(prior().descriptor().facts())
        .containsKeys("data", "seed", "command", "licence", "quality.mse")
        .containsEntry("trainer", name);
  }

  @Test
  void should_find_a_stroke_likelier_than_a_chessboard() {
    PriorModel model = prior().bind(Shape.grey(28, 28), prior().descriptor().defaults());
    ImageStack images = ImageStack.zeros(2, model.shape());
    for (int row = 4; row < 24; row++) {
      for (int column = 13; column < 16; column++) {
        images.pixels()[row * 28 + column] = 1f;
      }
    }
    for (int i = 0; i < 784; i++) {
      images.pixels()[784 + i] = (i / 28 + i) % 2;
    }

    double[] energies = model.values(images);

    // A digit one is reconstructed to some 3, a chessboard not at all: its norm is 20.
    assertThat(energies[0]).isLessThan(5);
    assertThat(energies[1]).isGreaterThan(10);
    assertThat(model.latentSpace()).map(LatentSpace::dimension).contains(12);
  }

  /** An installation for restoring only has no DJL. */
  @Test
  void should_serve_the_prior_and_say_that_training_is_not_installed(@TempDir Path folder)
      throws IOException, ReflectiveOperationException {
    try (WithoutDjl loader = new WithoutDjl()) {
      Object provider = loader.loadClass(door.getName()).getDeclaredConstructor().newInstance();
      assertThat(provider).isNotInstanceOf(door);
      List<Plugin> reduced = ((PluginProvider) provider).plugins();
      Prior prior = only(Prior.class, reduced);
      Trainer trainer = only(Trainer.class, reduced);

      PriorModel model = prior.bind(prior.shape(), prior.descriptor().defaults());
      assertThat(model.shape()).isEqualTo(prior.shape());
      assertThatThrownBy(
              () ->
                  trainer.train(
                      unread(),
                      folder.resolve("a.onnx"),
                      trainer.descriptor().defaults(),
                      Monitor.none()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("training is not installed");
      reduced.forEach(Plugin::close);
    }
  }

  private static LabelledImages unread() {
    return (LabelledImages)
        Proxy.newProxyInstance(
            LabelledImages.class.getClassLoader(),
            new Class<?>[] {LabelledImages.class},
            (proxy, method, arguments) -> {
              throw new AssertionError(method);
            });
  }
}
