package io.imagepriors.runtime.command.verification;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.conformance.Check;
import io.imagepriors.conformance.ClassifierConformance;
import io.imagepriors.conformance.DatasetConformance;
import io.imagepriors.conformance.DegradationConformance;
import io.imagepriors.conformance.PriorConformance;
import io.imagepriors.conformance.RestorerConformance;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What there is to verify, in an order that gives causes before their consequences. */
final class Subjects {
  private static final Set<Kind<?>> KINDS =
      Set.of(Kind.PRIOR, Kind.DEGRADATION, Kind.DATASET, Kind.CLASSIFIER, Kind.RESTORER);

  /** What is tried in sequence where the user says nothing of it: a blurred image with a hole. */
  private static final List<String> SEQUENCE = List.of("blur", "mask");

  private final Catalog catalog;

  Subjects(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Everything, and every restorer with every prior and degradation; two of these in sequence. */
  List<Subject> all() {
    boolean both = catalog.names(Kind.DEGRADATION).containsAll(SEQUENCE);
    return subjects(both ? List.of(String.join("+", SEQUENCE)) : List.of());
  }

  /**
   * The plug-ins of these names, and every combination that one of them is part of; also
   * degradations with settings or in sequence.
   *
   * @throws InvalidInputException if a name is not that of a plug-in that can be verified
   */
  List<Subject> named(List<String> wanted) {
    List<String> names =
        catalog.entries().stream()
            .filter(entry -> KINDS.contains(entry.kind()))
            .map(Entry::name)
            .distinct()
            .sorted()
            .toList();
    List<String> specified = wanted.stream().filter(name -> name.matches(".*[+:].*")).toList();
    for (String name : wanted) {
      if (!names.contains(name) && !specified.contains(name)) {
        throw InvalidInputException.unknown("plug-in to verify", name, names);
      }
    }
    return subjects(specified).stream()
        .filter(s -> Stream.of(s.name(), s.prior(), s.degradation()).anyMatch(wanted::contains))
        .toList();
  }

  private List<Subject> subjects(List<String> specified) {
    List<Chosen<Degradation>> degradations = new ArrayList<>();
    Stream.concat(catalog.names(Kind.DEGRADATION).stream(), specified.stream())
        .forEach(text -> degradations.add(Composition.read(text, catalog)));
    List<Subject> subjects = new ArrayList<>();
    plugins(Kind.PRIOR)
        .map(p -> alone(Kind.PRIOR, p.name(), () -> PriorConformance.of(p).checks()))
        .forEach(subjects::add);
    degradations.stream().map(Subjects::degradation).forEach(subjects::add);
    plugins(Kind.DATASET).map(Subjects::dataset).forEach(subjects::add);
    plugins(Kind.CLASSIFIER)
        .map(c -> alone(Kind.CLASSIFIER, c.name(), () -> ClassifierConformance.of(c).checks()))
        .forEach(subjects::add);
    for (Prior prior : plugins(Kind.PRIOR).toList()) {
      for (Chosen<Degradation> degradation : degradations) {
        plugins(Kind.RESTORER)
            .filter(restorer -> !(restorer instanceof PriorFreeRestorer))
            .map(restorer -> combination(restorer, prior, degradation))
            .forEach(subjects::add);
      }
    }
    for (Chosen<Degradation> degradation : degradations) {
      plugins(Kind.RESTORER)
          .filter(PriorFreeRestorer.class::isInstance)
          .map(restorer -> combination((PriorFreeRestorer) restorer, degradation))
          .forEach(subjects::add);
    }
    return subjects;
  }

  private <P extends Plugin> Stream<P> plugins(Kind<P> kind) {
    return catalog.entries(kind).stream().map(Entry::plugin);
  }

  private static Subject alone(Kind<?> kind, String name, Supplier<List<Check>> checks) {
    return new Subject(kind.label(), name, "", "", checks);
  }

  private static Subject degradation(Chosen<Degradation> chosen) {
    return alone(
        Kind.DEGRADATION,
        chosen.toString(),
        () ->
            DegradationConformance.of(chosen.plugin())
                .withParameters(chosen.parameters())
                .checks());
  }

  /** A dataset without its files can't be tried. */
  private static Subject dataset(Dataset dataset) {
    return alone(
        Kind.DATASET,
        dataset.name(),
        () -> {
          dataset.load(dataset.splits().get(0), dataset.descriptor().defaults());
          return DatasetConformance.of(dataset).checks();
        });
  }

  private static Subject combination(
      Restorer restorer, Prior prior, Chosen<Degradation> degradation) {
    return new Subject(
        Kind.RESTORER.label(),
        restorer.name(),
        prior.name(),
        degradation.toString(),
        () -> {
          ForwardModel model = degradation.plugin().bind(prior.shape(), degradation.parameters());
          return RestorerConformance.of(
                  restorer, model, prior.bind(prior.shape(), prior.descriptor().defaults()))
              .checks();
        });
  }

  private static Subject combination(PriorFreeRestorer restorer, Chosen<Degradation> degradation) {
    return new Subject(
        Kind.RESTORER.label(),
        restorer.name(),
        "",
        degradation.toString(),
        () -> {
          ForwardModel model =
              degradation
                  .plugin()
                  .bind(DegradationConformance.DEFAULT_SHAPE, degradation.parameters());
          return RestorerConformance.of(restorer, model).checks();
        });
  }
}
