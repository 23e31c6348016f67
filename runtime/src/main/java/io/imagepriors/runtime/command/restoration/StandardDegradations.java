package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.evaluation.Candidate;
import java.util.List;
import java.util.Map;

/** The degradations that are used where the user names none: those of them that are plugged in. */
final class StandardDegradations {

  private record Standard(String name, Map<String, String> settings) {}

  private static final List<Standard> ALL =
      List.of(
          new Standard("gaussian-noise", Map.of("sigma", "0.25")),
          new Standard("mask", Map.of("hole", "10")),
          new Standard("mask", Map.of("half", "lower")),
          new Standard("mask", Map.of("missing", "0.8")));

  private StandardDegradations() {}

  /**
   * All of them.
   *
   * @throws InvalidInputException if none is plugged in
   */
  static List<Candidate<Degradation>> all(Catalog catalog) {
    List<Candidate<Degradation>> all =
        ALL.stream().flatMap(standard -> candidate(standard, catalog).stream()).toList();
    if (all.isEmpty()) {
      throw new InvalidInputException(
          "none of the usual degradations is plugged in; name one by --degradation, there are: "
              + String.join(", ", catalog.names(Kind.DEGRADATION)));
    }
    return all;
  }

  private static java.util.Optional<Candidate<Degradation>> candidate(
      Standard standard, Catalog catalog) {
    return catalog
        .find(Kind.DEGRADATION, standard.name())
        .map(
            entry ->
                Candidate.of(
                    entry.plugin(),
                    entry.plugin().descriptor().defaults().with(standard.settings())));
  }
}
