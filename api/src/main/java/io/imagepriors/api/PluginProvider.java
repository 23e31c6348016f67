package io.imagepriors.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The door of a plug-in jar. Name the implementing class, which has a public constructor without
 * arguments, in the file {@code META-INF/services/io.imagepriors.api.PluginProvider}; that is all
 * the wiring there is. The runtime finds it when the jar is dropped into {@code plugins/}, and
 * {@link java.util.ServiceLoader} finds it on a plain class path.
 */
@ConsumerType
@FunctionalInterface
public interface PluginProvider {

  /** New instances of the jar's plug-ins, which the caller owns and closes. */
  List<Plugin> plugins();
}
