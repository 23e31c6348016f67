package io.imagepriors.conformance;

import java.util.Collection;

/**
 * A function of a stack, image by image, whatever it computes: an energy, an encoder, an operator.
 * What they all must fulfil is proven by {@link OperationChecks}.
 */
@FunctionalInterface
interface Operation {

  /** A call on the probes of those indices, with buffers of its own. */
  Trial on(int... probes);

  /** Several operations, at least one, one after the other on the same probes. */
  static Operation sequence(Collection<Operation> operations) {
    return probes ->
        operations.stream()
            .map(operation -> operation.on(probes))
            .reduce(Trial::then)
            .orElseThrow(() -> new IllegalArgumentException("no operation"));
  }
}
