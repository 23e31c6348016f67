package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;

/**
 * A plug-in with the parameters it shall be used with.
 *
 * @param label what tables call it
 * @param plugin the plug-in
 * @param parameters made from its descriptor
 * @param <P> its kind
 */
public record Candidate<P extends Plugin>(String label, P plugin, Parameters parameters) {

  /** A candidate that is called by its name and the parameters that were set. */
  public static <P extends Plugin> Candidate<P> of(P plugin, Parameters parameters) {
    return new Candidate<>(parameters.toString(), plugin, parameters);
  }

  /** A plug-in with all parameters at their defaults. */
  public static <P extends Plugin> Candidate<P> of(P plugin) {
    return of(plugin, plugin.descriptor().defaults());
  }
}
