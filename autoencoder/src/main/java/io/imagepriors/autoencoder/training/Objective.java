package io.imagepriors.autoencoder.training;

import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import java.util.List;

/**
 * What a training minimises, and the settings it adds to the trainer's own. Thread-safe. This type
 * mentions no class of DJL, so that a trainer can be listed where training is not installed; only
 * {@link #bind} needs it. An implementation does likewise, in lambdas, too: reflection, which
 * injectors use, looks at all methods.
 */
public interface Objective {

  /** The objective's own parameters, shown among the trainer's. */
  List<Parameter<?>> parameters();

  /**
   * Prepares the loss.
   *
   * @param parameters of the trainer; holds all of {@link #parameters()}
   */
  Loss bind(Parameters parameters);
}
