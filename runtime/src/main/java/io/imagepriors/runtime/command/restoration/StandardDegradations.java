package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.evaluation.Candidate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The degradations that are used where the user names none: those of them that are plugged in. */
final class StandardDegradations {

  private record Standard(String name, Map<String, String> settings) {}

  private static final List<Standard> FEW =
      List.of(noise("0.25"), mask("hole", "10"), mask("half", "lower"), mask("missing", "0.8"));

  private static final List<Standard> MANY =
      List.of(
          noise("0.1"),
          noise("0.25"),
          noise("0.5"),
          mask("hole", "10"),
          mask("hole", "14"),
          mask("half", "lower"),
          mask("missing", "0.5"),
          mask("missing", "0.8"),
          mask("missing", "0.9"));

  private static final List<Standard> MORE =
      List.of(
          new Standard("blur", Map.of("gaussian", "1.5")),
          new Standard("downsample", Map.of("factor", "2")),
          new Standard("compressed-sensing", Map.of("measurements", "196")));

  private StandardDegradations() {}

  /**
   * One of each sort, to look at.
   *
   * @throws InvalidInputException if none is plugged in
   */
  static List<Candidate<Degradation>> few(Catalog catalog) {
    return pluggedIn(FEW, catalog);
  }

  /**
   * Each sort in several strengths, to measure.
   *
   * @throws InvalidInputException if none is plugged in
   */
  static List<Candidate<Degradation>> many(Catalog catalog) {
    return pluggedIn(MANY, catalog);
  }

  /**
   * The same, and one of each other sort.
   *
   * @throws InvalidInputException if none is plugged in
   */
  static List<Candidate<Degradation>> all(Catalog catalog) {
    return pluggedIn(Stream.concat(MANY.stream(), MORE.stream()).toList(), catalog);
  }

  private static Standard noise(String sigma) {
    return new Standard("gaussian-noise", Map.of("sigma", sigma));
  }

  private static Standard mask(String region, String value) {
    return new Standard("mask", Map.of(region, value));
  }

  private static List<Candidate<Degradation>> pluggedIn(List<Standard> usual, Catalog catalog) {
    List<Candidate<Degradation>> found =
        usual.stream().flatMap(standard -> candidate(standard, catalog).stream()).toList();
    if (found.isEmpty()) {
      throw new InvalidInputException(
          "none of the usual degradations is plugged in; name one by --degradation, there are: "
              + String.join(", ", catalog.names(Kind.DEGRADATION)));
    }
    return found;
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
