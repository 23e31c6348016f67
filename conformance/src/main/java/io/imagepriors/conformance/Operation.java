package io.imagepriors.conformance;

import java.util.Collection;
import java.util.function.DoubleSupplier;

/**
 * A function of a stack, image by image, whatever it computes: an energy, an encoder, an operator.
 * What they all must fulfil is proven by {@link OperationChecks}.
 */
@FunctionalInterface
interface Operation {

  /** A call on the probes of those indices, with buffers of its own. */
  Trial on(int... probes);

  /** A computation of one number, which ignores what probe it is asked for. */
  static Operation ofNumber(DoubleSupplier number) {
    return probes -> {
      double[] value = new double[1];
      return new Trial(
          1, new float[0][], new float[0][], value, () -> value[0] = number.getAsDouble());
    };
  }

  /** Several operations, at least one, one after the other on the same probes. */
  static Operation sequence(Collection<Operation> operations) {
    return probes ->
        operations.stream()
            .map(operation -> operation.on(probes))
            .reduce(Trial::then)
            .orElseThrow(() -> new IllegalArgumentException("no operation"));
  }
}
