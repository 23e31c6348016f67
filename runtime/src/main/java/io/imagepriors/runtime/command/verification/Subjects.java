package io.imagepriors.runtime.command.verification;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.conformance.Check;
import io.imagepriors.conformance.DatasetConformance;
import io.imagepriors.conformance.DegradationConformance;
import io.imagepriors.conformance.PriorConformance;
import io.imagepriors.conformance.RestorerConformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What there is to verify, in an order that gives causes before their consequences. */
final class Subjects {
  private static final Set<Kind<?>> KINDS =
      Set.of(Kind.PRIOR, Kind.DEGRADATION, Kind.DATASET, Kind.RESTORER);

  private final Catalog catalog;

  Subjects(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Everything, and every restorer with every prior and degradation. */
  List<Subject> all() {
    return select(name -> true);
  }

  /**
   * The plug-ins of these names, and every combination that one of them is part of.
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
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw InvalidInputException.unknown("plug-in to verify", name, names);
      }
    }
    return select(wanted::contains);
  }

  private List<Subject> select(Predicate<String> wanted) {
    List<Subject> subjects = new ArrayList<>();
    plugins(Kind.PRIOR)
        .map(p -> alone(Kind.PRIOR, p.name(), () -> PriorConformance.of(p).checks()))
        .forEach(subjects::add);
    plugins(Kind.DEGRADATION)
        .map(d -> alone(Kind.DEGRADATION, d.name(), () -> DegradationConformance.of(d).checks()))
        .forEach(subjects::add);
    plugins(Kind.DATASET).map(Subjects::dataset).forEach(subjects::add);
    for (Prior prior : plugins(Kind.PRIOR).toList()) {
      for (Degradation degradation : plugins(Kind.DEGRADATION).toList()) {
        plugins(Kind.RESTORER)
            .map(restorer -> combination(restorer, prior, degradation))
            .forEach(subjects::add);
      }
    }
    return subjects.stream()
        .filter(s -> Stream.of(s.name(), s.prior(), s.degradation()).anyMatch(wanted))
        .toList();
  }

  private <P extends Plugin> Stream<P> plugins(Kind<P> kind) {
    return catalog.entries(kind).stream().map(Entry::plugin);
  }

  private static Subject alone(Kind<?> kind, String name, Supplier<List<Check>> checks) {
    return new Subject(kind.label(), name, "", "", checks);
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

  private static Subject combination(Restorer restorer, Prior prior, Degradation degradation) {
    return new Subject(
        Kind.RESTORER.label(),
        restorer.name(),
        prior.name(),
        degradation.name(),
        () -> {
          ForwardModel model = degradation.bind(prior.shape(), degradation.descriptor().defaults());
          return RestorerConformance.of(
                  restorer, model, prior.bind(prior.shape(), prior.descriptor().defaults()))
              .checks();
        });
  }
}
