package io.imagepriors.runtime.analysis;

import io.imagepriors.runtime.metric.Mean;

/** The energies of some images under one prior. Immutable. */
public final class Energies {
  private final double[] values;

  private Energies(double[] values) {
    this.values = values;
  }

  /** Copies the values, at least one. */
  public static Energies of(double[] values) {
    return new Energies(values.clone());
  }

  /** A copy of the values. */
  public double[] values() {
    return values.clone();
  }

  /** Their mean. */
  public Mean mean() {
    return Mean.of(values);
  }
}
