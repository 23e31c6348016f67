package io.imagepriors.runtime.command.verification;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.conformance.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What there is to verify, in an order that gives causes before their consequences. */
final class Subjects {
  private final Catalog catalog;
  private final Batteries batteries;

  Subjects(Catalog catalog, Batteries batteries) {
    this.catalog = catalog;
    this.batteries = batteries;
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
    List<String> names = catalog.entries().stream().map(Entry::name).distinct().sorted().toList();
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw InvalidInputException.unknown("plug-in to verify", name, names);
      }
    }
    return select(wanted::contains);
  }

  private List<Subject> select(Predicate<String> wanted) {
    List<Subject> subjects = new ArrayList<>();
    entries(Kind.PRIOR).map(e -> alone(e, () -> batteries.of(e))).forEach(subjects::add);
    entries(Kind.DEGRADATION)
        .map(e -> alone(e, () -> batteries.of(e.plugin())))
        .forEach(subjects::add);
    entries(Kind.DATASET).map(e -> alone(e, () -> batteries.of(e.plugin()))).forEach(subjects::add);
    entries(Kind.TRAINER).map(e -> alone(e, () -> batteries.of(e.plugin()))).forEach(subjects::add);
    entries(Kind.PRIOR_READER)
        .map(e -> alone(e, () -> batteries.of(e.plugin())))
        .forEach(subjects::add);
    subjects.addAll(combinations());
    return subjects.stream()
        .filter(s -> Stream.of(s.name(), s.prior(), s.degradation()).anyMatch(wanted))
        .toList();
  }

  /** Closing a restorer is tried once with each prior. */
  private List<Subject> combinations() {
    List<Subject> subjects = new ArrayList<>();
    for (Entry<Prior> prior : entries(Kind.PRIOR).toList()) {
      boolean first = true;
      for (Entry<Degradation> degradation : entries(Kind.DEGRADATION).toList()) {
        boolean closing = first;
        entries(Kind.RESTORER)
            .map(restorer -> combination(restorer, prior, degradation, closing))
            .forEach(subjects::add);
        first = false;
      }
    }
    return subjects;
  }

  private <P extends Plugin> Stream<Entry<P>> entries(Kind<P> kind) {
    return catalog.entries(kind).stream();
  }

  private static Subject alone(Entry<?> entry, Supplier<List<Check>> checks) {
    return new Subject(entry.kind().label(), entry.name(), "", "", checks);
  }

  private Subject combination(
      Entry<Restorer> restorer,
      Entry<Prior> prior,
      Entry<Degradation> degradation,
      boolean closing) {
    return new Subject(
        Kind.RESTORER.label(),
        restorer.name(),
        prior.name(),
        degradation.name(),
        () -> batteries.of(restorer.plugin(), prior.plugin(), degradation.plugin(), closing));
  }
}
