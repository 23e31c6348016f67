package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ImageStack;

/**
 * One degradation with one seed: what every method gets to restore, and how good it is untouched.
 * Thread-safe.
 */
final class Task {
  private final Degraded degraded;
  private final String identity;
  private final long seed;
  private final Gauge gauge;
  private Figures input;

  private Task(Degraded degraded, String identity, long seed, Gauge gauge) {
    this.degraded = degraded;
    this.identity = identity;
    this.seed = seed;
    this.gauge = gauge;
  }

  /** Simulates the degradation. */
  static Task of(Candidate<Degradation> degradation, ImageStack clean, long seed, Gauge gauge) {
    Degraded degraded = Degraded.simulate(degradation, clean, seed);
    String identity = Fingerprint.empty().add(degradation).add(degraded.degraded()).text();
    return new Task(degraded, identity, seed, gauge);
  }

  Degraded degraded() {
    return degraded;
  }

  /** Tells it from all others: the degradation's settings and the degraded pixels. */
  String identity() {
    return identity;
  }

  long seed() {
    return seed;
  }

  Gauge gauge() {
    return gauge;
  }

  /** Figures of the input; measured at the first call, which any thread may make. */
  synchronized Figures input() {
    if (input == null) {
      input = gauge.measure(degraded.baseline(), degraded);
    }
    return input;
  }
}
