package io.imagepriors.runtime.bench;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Remembers, weakly, the class loader of every bundle that was ever started, so that those which
 * outlive their bundle can be counted. Thread-safe.
 */
final class Loaders implements SynchronousBundleListener {
  private static final int ROUNDS = 20;
  private static final long PAUSE_MILLIS = 50;

  private final BundleContext context;
  private final List<WeakReference<ClassLoader>> seen = new ArrayList<>();
  private long count;

  private Loaders(BundleContext context) {
    this.context = context;
  }

  /** Watches the bundles of a framework, from now on until it ends. */
  static Loaders watch(BundleContext context) {
    Loaders loaders = new Loaders(context);
    context.addBundleListener(loaders);
    return loaders;
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    if (event.getType() == BundleEvent.STARTED) {
      ClassLoader loader = loader(event.getBundle());
      synchronized (seen) {
        seen.add(new WeakReference<>(loader));
        count++;
      }
    }
  }

  /** How many there have been. */
  long count() {
    synchronized (seen) {
      return count;
    }
  }

  /**
   * Collects garbage, again and again for a bounded time, until every loader has gone whose bundle
   * has; gives the number of those that stay.
   */
  int left() throws InterruptedException {
    int left = collect();
    for (int round = 1; round < ROUNDS && left > 0; round++) {
      Thread.sleep(PAUSE_MILLIS);
      left = collect();
    }
    return left;
  }

  private int collect() {
    System.gc();
    Set<ClassLoader> used =
        Arrays.stream(context.getBundles())
            .map(Loaders::loader)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    synchronized (seen) {
      seen.removeIf(reference -> reference.get() == null);
      return (int) seen.stream().filter(reference -> !used.contains(reference.get())).count();
    }
  }

  private static ClassLoader loader(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    return wiring == null ? null : wiring.getClassLoader();
  }
}
