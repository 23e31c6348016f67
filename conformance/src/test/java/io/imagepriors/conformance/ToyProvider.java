package io.imagepriors.conformance;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import java.util.List;

/** Gives a right toy of each kind. */
public final class ToyProvider implements PluginProvider {
  @Override
  public List<Plugin> plugins() {
    return List.of(
        new ToyPrior(ToyPrior.Fault.NONE),
        new ToyDegradation(ToyDegradation.Fault.NONE),
        new ToyRestorer(ToyRestorer.Fault.NONE),
        new ToyDataset(ToyDataset.Fault.NONE),
        new ToyTrainer(ToyTrainer.Fault.NONE),
        new ToyReader(ToyReader.Fault.NONE),
        new ToyClassifier(ToyClassifier.Fault.NONE));
  }
}
