package io.imagepriors.runtime.command;

import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Kind;

/**
 * A plug-in that the user chose, with its parameters.
 *
 * @param kind its kind
 * @param label how the user named it: the plug-in's name, or a model file's path
 * @param plugin the plug-in, to be used for this run only
 * @param parameters checked
 * @param <P> the kind's service interface
 */
public record Chosen<P extends Plugin>(
    Kind<P> kind, String label, P plugin, Parameters parameters) {

  /** The label and the values that were set: {@code mask:hole=10}. */
  @Override
  public String toString() {
    String settings = parameters.toString();
    int colon = settings.indexOf(':');
    return colon < 0 ? label : label + settings.substring(colon);
  }
}
