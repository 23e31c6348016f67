package io.imagepriors.conformance;

/**
 * A function of a stack, image by image, whatever it computes: an energy, an encoder, an operator.
 * What they all must fulfil is proven by {@link OperationChecks}.
 */
@FunctionalInterface
interface Operation {

  /** A call on the probes of those indices, with buffers of its own. */
  Trial on(int... probes);
}
