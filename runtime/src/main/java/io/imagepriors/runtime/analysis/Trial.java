package io.imagepriors.runtime.analysis;

import io.imagepriors.runtime.metric.Auroc;
import io.imagepriors.runtime.metric.Mean;

/**
 * How a prior's energy parts images of the class from one kind of others.
 *
 * @param outliers what the others are
 * @param energies their energies; not to be written
 * @param auroc the probability that one of them has a higher energy than one of the class
 */
public record Trial(String outliers, Energies energies, double auroc) {

  /** Compares two sets of energies. */
  static Trial of(String outliers, Energies members, Energies others) {
    return new Trial(outliers, others, Auroc.of(members.values(), others.values()));
  }

  /** The mean energy of the outliers. */
  public Mean mean() {
    return energies.mean();
  }
}
