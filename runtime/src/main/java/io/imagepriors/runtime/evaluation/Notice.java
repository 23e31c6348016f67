package io.imagepriors.runtime.evaluation;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A combination that gave no result, and why.
 *
 * @param prior the prior's label, if there is one
 * @param degradation the degradation's label
 * @param restorer the restorer's label
 * @param reason one line
 */
public record Notice(Optional<String> prior, String degradation, String restorer, String reason) {

  /** The combination in a few words. */
  public String combination() {
    return Stream.concat(prior.stream(), Stream.of(degradation, restorer))
        .collect(Collectors.joining(", "));
  }
}
