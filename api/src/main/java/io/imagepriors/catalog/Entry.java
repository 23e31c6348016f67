package io.imagepriors.catalog;

import io.imagepriors.api.Plugin;
import java.time.Instant;
import java.util.Comparator;

/**
 * One plug-in in the catalog.
 *
 * @param kind the kind it is listed under
 * @param name the name it is called by
 * @param plugin the plug-in itself, valid while it is listed
 * @param origin where it comes from
 * @param since when it was plugged in
 * @param shadowed whether another of the same kind and name serves in its place
 * @param <P> the kind's service interface
 */
public record Entry<P extends Plugin>(
    Kind<P> kind, String name, P plugin, Origin origin, Instant since, boolean shadowed) {

  /** The order of listings: by kind, then by name, what serves before what it shadows. */
  public static Comparator<Entry<?>> listing() {
    return Comparator.<Entry<?>>comparingInt(entry -> Kind.all().indexOf(entry.kind()))
        .thenComparing(Entry::name)
        .thenComparing(Entry::shadowed);
  }
}
