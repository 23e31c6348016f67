package io.imagepriors.runtime.command.verification;

import io.imagepriors.conformance.Check;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is verified: a plug-in by itself, or a restorer with a degradation and, if it needs one, a
 * prior.
 *
 * @param kind the kind of plug-in
 * @param name the plug-in
 * @param prior the prior a restorer works with, else empty
 * @param degradation the degradation a restorer works against, else empty
 * @param checks makes the checks; what it throws says why there are none
 */
record Subject(
    String kind, String name, String prior, String degradation, Supplier<List<Check>> checks) {

  boolean isCombination() {
    return !degradation.isEmpty();
  }

  /** For people: {@code restorer map with uniform and mask}. */
  String label() {
    List<String> partners = Stream.of(prior, degradation).filter(p -> !p.isEmpty()).toList();
    return kind + " " + name + (isCombination() ? " with " + String.join(" and ", partners) : "");
  }
}
