package io.imagepriors.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DatasetsProviderTest {

  @Test
  void should_be_found_on_a_plain_class_path() {
    // when
    List<Plugin> plugins =
        ServiceLoader.load(PluginProvider.class).stream()
            .flatMap(provider -> provider.get().plugins().stream())
            .toList();

    // then
    assertThat(plugins).extracting(Plugin::name).containsExactly("digits", "mnist", "pictures");
    assertThat(plugins).allMatch(Dataset.class::isInstance);
  }

  @Test
  void should_keep_djl_out_of_everything_but_the_download() throws Exception {
    // given a class loader that has no DJL
    var urls =
        new java.net.URL[] {
          DatasetsProvider.class.getProtectionDomain().getCodeSource().getLocation(),
          PluginProvider.class.getProtectionDomain().getCodeSource().getLocation()
        };
    try (var loader = new java.net.URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      // when
      Object provider =
          loader
              .loadClass("io.imagepriors.datasets.DatasetsProvider")
              .getConstructor()
              .newInstance();
      Object plugins = provider.getClass().getMethod("plugins").invoke(provider);

      // then
      assertThat((List<?>) plugins).hasSize(3);
    }
  }
}
