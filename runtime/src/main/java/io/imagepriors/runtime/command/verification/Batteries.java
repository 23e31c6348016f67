package io.imagepriors.runtime.command.verification;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.PriorReader;
import io.imagepriors.api.Restorer;
import io.imagepriors.api.Shape;
import io.imagepriors.api.Trainer;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.conformance.Check;
import io.imagepriors.conformance.ClassifierConformance;
import io.imagepriors.conformance.Conformance;
import io.imagepriors.conformance.DatasetConformance;
import io.imagepriors.conformance.DegradationConformance;
import io.imagepriors.conformance.PriorConformance;
import io.imagepriors.conformance.PriorReaderConformance;
import io.imagepriors.conformance.RestorerConformance;
import io.imagepriors.conformance.TrainerConformance;
import io.imagepriors.runtime.command.Chosen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The checks of plug-ins in use. What is closed meanwhile is a copy with its code loaded anew,
 * never the plug-in itself. What the methods throw says why a plug-in can't be tried here.
 */
final class Batteries {
  private final Catalog catalog;
  private final PluginCode code;

  Batteries(Catalog catalog, PluginCode code) {
    this.catalog = catalog;
    this.code = code;
  }

  List<Check> of(Entry<Prior> entry) {
    Prior prior = entry.plugin();
    PriorConformance conformance = PriorConformance.of(prior);
    if (code.providerOf(prior).isPresent()) {
      return withCode(prior, conformance, conformance::withProvider);
    }
    Path file = Path.of(entry.origin().file());
    return readers()
        .filter(reader -> reader.accepts(file))
        .map(r -> withCode(r, conformance, p -> conformance.withModelFile(p, r.name(), file)))
        .orElseGet(conformance::checks);
  }

  List<Check> of(Chosen<Degradation> degradation) {
    DegradationConformance conformance =
        DegradationConformance.of(degradation.plugin()).withParameters(degradation.parameters());
    return withCode(degradation.plugin(), conformance, conformance::withProvider);
  }

  List<Check> of(Classifier classifier) {
    ClassifierConformance conformance = ClassifierConformance.of(classifier);
    return withCode(classifier, conformance, conformance::withProvider);
  }

  /** A dataset without its files can't be tried. */
  List<Check> of(Dataset dataset) {
    dataset.load(dataset.splits().get(0), dataset.descriptor().defaults());
    DatasetConformance conformance = DatasetConformance.of(dataset);
    return withCode(dataset, conformance, conformance::withProvider);
  }

  /** A trainer that misses its engine can't be tried. */
  List<Check> of(Trainer trainer) {
    TrainerConformance conformance =
        readers()
            .filter(reader -> trainer.product() == Prior.class)
            .map(TrainerConformance.of(trainer)::withReader)
            .orElseGet(() -> TrainerConformance.of(trainer));
    conformance.tryOnce();
    return withCode(trainer, conformance, conformance::withProvider);
  }

  List<Check> of(PriorReader reader) {
    Path model =
        code.modelFor(reader)
            .orElseThrow(
                () -> new InvalidInputException("no model file is plugged in that it could read"));
    PriorReaderConformance conformance = PriorReaderConformance.of(reader, model);
    return withCode(reader, conformance, conformance::withProvider);
  }

  /**
   * A restorer with its partners.
   *
   * @param closing whether to try closing too, which is the same with all partners
   */
  List<Check> of(Restorer restorer, Prior prior, Chosen<Degradation> degradation, boolean closing) {
    RestorerConformance conformance =
        RestorerConformance.of(
            restorer,
            bind(degradation, prior.shape()),
            prior.bind(prior.shape(), prior.descriptor().defaults()));
    return checks(restorer, conformance, closing);
  }

  /** A restorer that needs no prior, likewise. */
  List<Check> of(PriorFreeRestorer restorer, Chosen<Degradation> degradation, boolean closing) {
    ForwardModel model = bind(degradation, DegradationConformance.DEFAULT_SHAPE);
    return checks(restorer, RestorerConformance.of(restorer, model), closing);
  }

  private static ForwardModel bind(Chosen<Degradation> degradation, Shape shape) {
    return degradation.plugin().bind(shape, degradation.parameters());
  }

  private List<Check> checks(Restorer restorer, RestorerConformance conformance, boolean closing) {
    return closing
        ? withCode(restorer, conformance, conformance::withProvider)
        : conformance.checks();
  }

  private List<Check> withCode(
      Plugin plugin,
      Conformance conformance,
      Function<Class<? extends PluginProvider>, Conformance> withProvider) {
    return code.providerOf(plugin).map(withProvider).orElse(conformance).checks();
  }

  private Optional<PriorReader> readers() {
    return catalog.entries(Kind.PRIOR_READER).stream().map(Entry::plugin).findFirst();
  }
}
