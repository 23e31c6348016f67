package io.imagepriors.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Restorer;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RestorationTasksTest {

  @Test
  void should_be_found_on_a_plain_class_path() {
    List<Plugin> plugins =
        ServiceLoader.load(PluginProvider.class).stream()
            .flatMap(provider -> provider.get().plugins().stream())
            .toList();

    assertThat(plugins)
        .filteredOn(Degradation.class::isInstance)
        .extracting(Plugin::name)
        .containsExactly("gaussian-noise", "mask", "blur", "downsample", "compressed-sensing");
    assertThat(plugins)
        .filteredOn(Restorer.class::isInstance)
        .extracting(Plugin::name)
        .containsExactly(
            "map",
            "latent-map",
            "hybrid",
            "posterior",
            "total-variation",
            "harmonic",
            "biharmonic",
            "non-local-means",
            "median");
  }

  @Test
  void should_write_default_parameters_so_that_they_are_read_back() {
    for (Plugin plugin : new RestorationTasks().plugins()) {
      var defaults = plugin.descriptor().defaults();

      assertThat(defaults.with(defaults.texts()).texts()).isEqualTo(defaults.texts());
    }
  }
}
