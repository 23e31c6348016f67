package io.imagepriors.datasets;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;

/** Offers the datasets {@code digits}, {@code mnist} and {@code pictures}. Reads no file. */
public final class DatasetsProvider implements PluginProvider {

  /** For {@link java.util.ServiceLoader} and the runtime. */
  public DatasetsProvider() {}

  @Override
  public List<Plugin> plugins() {
    return List.of(new DigitsDataset(), MnistDataset.ofThisMachine(), new PicturesDataset());
  }
}
