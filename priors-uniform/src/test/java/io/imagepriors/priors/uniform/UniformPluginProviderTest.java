package io.imagepriors.priors.uniform;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagepriors.autoencoder.plugin.AutoencoderPluginsTest;
import org.junit.jupiter.api.Test;

class UniformPluginProviderTest extends AutoencoderPluginsTest {
  UniformPluginProviderTest() {
    super(UniformPluginProvider.class, "uniform");
  }

  @Test
  void should_let_the_weight_of_uniformity_be_chosen() {
    assertThat(trainer().descriptor().defaults().texts()).containsEntry("uniformity", "400");
  }
}
