package io.imagepriors.conformance;

import io.imagepriors.api.Plugin;
import java.util.ArrayList;
import java.util.List;

/**
 * An instance of a plug-in that a check may close.
 *
 * @param plugin the instance, closed by whoever takes the copy
 * @param others what its making has brought along
 * @param <P> its kind
 */
record Copy<P extends Plugin>(P plugin, List<Plugin> others) implements AutoCloseable {

  /** The same with another plug-in, which this one has made. */
  <Q extends Plugin> Copy<Q> around(Q made) {
    List<Plugin> more = new ArrayList<>(others);
    more.add(plugin);
    return new Copy<>(made, more);
  }

  /** Closes the others. */
  @Override
  public void close() {
    others.forEach(Plugin::close);
  }
}
