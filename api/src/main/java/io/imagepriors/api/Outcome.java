package io.imagepriors.api;

/** How a long-running computation ended, where it did not fail. */
public enum Outcome {
  /** It ran to its end. */
  COMPLETED,
  /** A monitor or an interrupt stopped it; the best result so far is kept. */
  CANCELLED
}
