package io.imagepriors.runtime.analysis;

import java.util.List;
import java.util.Optional;

/**
 * All that was found of one prior.
 *
 * @param prior its label
 * @param cube what its codes show; empty without a latent space
 * @param members energies of the class
 * @param trials against each kind of outliers
 */
public record Portrait(String prior, Optional<Cube> cube, Energies members, List<Trial> trials) {

  /** Copies the list. */
  public Portrait {
    trials = List.copyOf(trials);
  }
}
