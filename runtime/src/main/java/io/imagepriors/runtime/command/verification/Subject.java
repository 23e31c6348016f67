package io.imagepriors.runtime.command.verification;

import io.imagepriors.conformance.Check;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is verified: a plug-in by itself, or a restorer with a degradation and a prior.
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
    return !prior.isEmpty();
  }

  /** For people: {@code map with uniform, mask}. */
  String label() {
    return kind + " " + name + (isCombination() ? " with " + prior + " and " + degradation : "");
  }
}
