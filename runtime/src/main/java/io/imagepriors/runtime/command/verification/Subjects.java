package io.imagepriors.runtime.command.verification;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.conformance.Check;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.command.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What there is to verify, in an order that gives causes before their consequences. */
final class Subjects {
  /** What is tried in sequence where the user says nothing of it: a blurred image with a hole. */
  private static final List<String> SEQUENCE = List.of("blur", "mask");

  private final Catalog catalog;
  private final Batteries batteries;

  Subjects(Catalog catalog, Batteries batteries) {
    this.catalog = catalog;
    this.batteries = batteries;
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
    List<String> names = catalog.entries().stream().map(Entry::name).distinct().sorted().toList();
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
    entries(Kind.PRIOR).map(e -> alone(e, () -> batteries.of(e))).forEach(subjects::add);
    degradations.stream().map(this::degradation).forEach(subjects::add);
    subjects.addAll(alone(Kind.DATASET, batteries::of));
    subjects.addAll(alone(Kind.CLASSIFIER, batteries::of));
    subjects.addAll(alone(Kind.TRAINER, batteries::of));
    subjects.addAll(alone(Kind.PRIOR_READER, batteries::of));
    subjects.addAll(combinations(degradations));
    return subjects;
  }

  /** Closing a restorer is tried once with each prior. */
  private List<Subject> combinations(List<Chosen<Degradation>> degradations) {
    List<Subject> subjects = new ArrayList<>();
    for (Prior prior : entries(Kind.PRIOR).map(Entry::plugin).toList()) {
      for (Chosen<Degradation> degradation : degradations) {
        boolean closing = degradation.equals(degradations.get(0));
        restorers()
            .filter(restorer -> !(restorer instanceof PriorFreeRestorer))
            .map(restorer -> combination(restorer, prior, degradation, closing))
            .forEach(subjects::add);
      }
    }
    for (Chosen<Degradation> degradation : degradations) {
      boolean closing = degradation.equals(degradations.get(0));
      restorers()
          .filter(PriorFreeRestorer.class::isInstance)
          .map(restorer -> combination((PriorFreeRestorer) restorer, degradation, closing))
          .forEach(subjects::add);
    }
    return subjects;
  }

  private Stream<Restorer> restorers() {
    return entries(Kind.RESTORER).map(Entry::plugin);
  }

  private <P extends Plugin> Stream<Entry<P>> entries(Kind<P> kind) {
    return catalog.entries(kind).stream();
  }

  private <P extends Plugin> List<Subject> alone(Kind<P> kind, Function<P, List<Check>> battery) {
    return entries(kind).map(e -> alone(e, () -> battery.apply(e.plugin()))).toList();
  }

  private static Subject alone(Entry<?> entry, Supplier<List<Check>> checks) {
    return new Subject(entry.kind().label(), entry.name(), "", "", checks);
  }

  private Subject degradation(Chosen<Degradation> chosen) {
    return new Subject(
        Kind.DEGRADATION.label(), chosen.toString(), "", "", () -> batteries.of(chosen));
  }

  private Subject combination(
      Restorer restorer, Prior prior, Chosen<Degradation> degradation, boolean closing) {
    return new Subject(
        Kind.RESTORER.label(),
        restorer.name(),
        prior.name(),
        degradation.toString(),
        () -> batteries.of(restorer, prior, degradation, closing));
  }

  private Subject combination(
      PriorFreeRestorer restorer, Chosen<Degradation> degradation, boolean closing) {
    return new Subject(
        Kind.RESTORER.label(),
        restorer.name(),
        "",
        degradation.toString(),
        () -> batteries.of(restorer, degradation, closing));
  }
}
