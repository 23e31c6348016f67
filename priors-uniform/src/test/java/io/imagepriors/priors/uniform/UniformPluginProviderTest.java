package io.imagepriors.priors.uniform;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import io.imagepriors.api.Trainer;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UniformPluginProviderTest {
  private final List<Plugin> plugins =
      ServiceLoader.load(PluginProvider.class).stream()
          .filter(provider -> provider.type() == UniformPluginProvider.class)
          .flatMap(provider -> provider.get().plugins().stream())
          .toList();

  @AfterEach
  void close() {
    plugins.forEach(Plugin::close);
  }

  private <T extends Plugin> T only(Class<T> kind) {
    List<T> found = plugins.stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void should_offer_a_prior_and_its_trainer_by_one_name() {
    assertThat(plugins).hasSize(2);
    assertThat(only(Prior.class).name()).isEqualTo("uniform");
    assertThat(only(Trainer.class).name()).isEqualTo("uniform");
  }

  @Test
  void should_say_how_the_model_was_made() {
    assertThat(only(Prior.class).descriptor().facts())
        .containsKeys("data", "seed", "command", "licence", "quality.mse")
        .containsEntry("trainer", "uniform");
  }

  @Test
  void should_let_the_weight_of_uniformity_be_chosen() {
    assertThat(only(Trainer.class).descriptor().defaults().texts())
        .containsEntry("uniformity", "400");
  }

  @Test
  void should_find_a_stroke_likelier_than_a_chessboard() {
    Prior prior = only(Prior.class);
    PriorModel model = prior.bind(Shape.grey(28, 28), prior.descriptor().defaults());
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
}
