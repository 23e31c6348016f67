package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import java.util.Optional;

/**
 * A restorer with all it needs but images: a prior's model, or nothing.
 *
 * @param prior the prior's label, if it has one
 * @param restorer the restorer's label
 * @param run restores
 */
public record Method(Optional<String> prior, String restorer, Run run) {

  /** Restores degraded images. */
  @FunctionalInterface
  public interface Run {
    /** As {@link Restorer#restore}, all else being settled. */
    Restoration restore(ImageStack y, ForwardModel model, Monitor monitor);
  }

  /** A restorer with a prior. */
  public static Method of(Candidate<Restorer> restorer, String label, PriorModel prior) {
    return new Method(
        Optional.of(label),
        restorer.label(),
        (y, model, monitor) ->
            restorer.plugin().restore(y, model, prior, restorer.parameters(), monitor));
  }

  /** A restorer that needs no prior; nothing for others. */
  public static Optional<Method> withoutPrior(Candidate<Restorer> restorer) {
    return restorer.plugin() instanceof PriorFreeRestorer free
        ? Optional.of(
            new Method(
                Optional.empty(),
                restorer.label(),
                (y, model, monitor) -> free.restore(y, model, restorer.parameters(), monitor)))
        : Optional.empty();
  }

  /** Restorer and prior, as tables call the two: {@code hybrid, naive}. */
  String label() {
    return label(restorer, prior);
  }

  static String label(String restorer, Optional<String> prior) {
    return prior.map(name -> restorer + ", " + name).orElse(restorer);
  }
}
