package io.imagepriors.priors.naive;

import io.imagepriors.autoencoder.plugin.AutoencoderPluginsTest;

class NaivePluginProviderTest extends AutoencoderPluginsTest {
  NaivePluginProviderTest() {
    super(NaivePluginProvider.class, "naive");
  }
}
