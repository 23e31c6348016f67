package io.imagepriors.runtime.catalog;

import org.osgi.framework.Version;

/**
 * Where a plug-in comes from.
 *
 * @param bundle the bundle's symbolic name; empty for a file that is no bundle
 * @param version the bundle's or the file's version; of two plug-ins with one name the higher one
 *     serves
 * @param file the jar, or another location, for people
 * @param order of two equal versions the lower one serves; the service's number
 */
public record Origin(String bundle, Version version, String file, long order) {

  /** Whether a plug-in from here goes before one of the same name from {@code other}. */
  boolean precedes(Origin other) {
    int newer = version.compareTo(other.version);
    return newer != 0 ? newer > 0 : order < other.order;
  }
}
