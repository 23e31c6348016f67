package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.command.Chosen;
import io.imagepriors.runtime.evaluation.Candidate;
import java.util.List;

/** What the user chose, as the evaluation takes it. */
final class Candidates {
  private Candidates() {}

  /** One choice. */
  static <P extends Plugin> Candidate<P> of(Chosen<P> chosen) {
    return new Candidate<>(chosen.toString(), chosen.plugin(), chosen.parameters());
  }

  /** Several choices; what was chosen twice counts once. */
  static <P extends Plugin> List<Candidate<P>> of(List<Chosen<P>> chosen) {
    List<Candidate<P>> all = new java.util.ArrayList<>();
    for (Chosen<P> one : chosen) {
      if (all.stream().noneMatch(other -> other.label().equals(one.toString()))) {
        all.add(of(one));
      }
    }
    return all;
  }

  /** Everything of a kind that is plugged in, with default parameters. */
  static <P extends Plugin> List<Candidate<P>> all(Catalog catalog, Kind<P> kind) {
    return catalog.entries(kind).stream().map(entry -> Candidate.of(entry.plugin())).toList();
  }
}
