package io.imagepriors.runtime.plugin;

import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.PriorsException;
import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.catalog.PluginFile;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Makes plug-ins of every started bundle that names a {@link PluginProvider}: asks the provider for
 * them with the bundle's own class loader as context loader and registers each as a service. When
 * the bundle stops, its services go first and are closed then. A provider that fails is noted as
 * the bundle's problem; it disturbs nobody else.
 *
 * <p>A bundle may be stopped and started again while another thread is still at its first start:
 * each goes through its changes one at a time. (OSGi's bundle tracker does not: it then gives up
 * the plug-ins of the second start.)
 */
public final class PluginExtender implements SynchronousBundleListener, AutoCloseable {
  private final BundleContext context;
  private final LiveCatalog catalog;
  private final Map<Bundle, Slot> slots = new ConcurrentHashMap<>();

  /** An extender that notes problems in {@code catalog}; it works from open to close. */
  public PluginExtender(BundleContext context, LiveCatalog catalog) {
    this.context = context;
    this.catalog = catalog;
  }

  /** Makes plug-ins of the bundles that have started, and of all that will. */
  public void open() {
    context.addBundleListener(this);
    for (Bundle bundle : context.getBundles()) {
      slot(bundle).plugIn();
    }
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    switch (event.getType()) {
      case BundleEvent.STARTED -> slot(event.getBundle()).plugIn();
      case BundleEvent.STOPPING -> slot(event.getBundle()).plugOut();
      case BundleEvent.UNINSTALLED -> slots.remove(event.getBundle());
      default -> {} // of no interest
    }
  }

  /** Takes all plug-ins away. */
  @Override
  public void close() {
    context.removeBundleListener(this);
    slots.values().forEach(Slot::plugOut);
    slots.clear();
  }

  /**
   * The message that is for people, else that of the innermost cause, which says most; it names
   * itself where its message would not.
   */
  static String reason(Throwable error) {
    Throwable cause = error;
    while (!(cause instanceof PriorsException)
        && cause.getCause() != null
        && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    boolean forPeople = cause instanceof PriorsException || cause instanceof TimeoutException;
    return forPeople ? message : cause.getClass().getSimpleName() + ": " + message;
  }

  private Slot slot(Bundle bundle) {
    return slots.computeIfAbsent(bundle, Slot::new);
  }

  /** The plug-ins of one bundle, if it has started. */
  private final class Slot {
    private final Bundle bundle;
    private PluggedBundle plugged;

    Slot(Bundle bundle) {
      this.bundle = bundle;
    }

    /** An event may be late: what counts is the bundle's state. */
    synchronized void plugIn() {
      BundleContext started = bundle.getBundleContext();
      if (plugged != null || started == null || bundle.getState() != Bundle.ACTIVE) {
        return;
      }
      plugged = new PluggedBundle(started);
      String file = PluginFile.of(bundle);
      try {
        for (String provider : ProviderFile.read(bundle)) {
          plugged.plug(provider);
        }
        catalog.removeProblem(file);
      } catch (Exception | LinkageError e) { // whatever a provider throws
        plugged.close();
        catalog.addProblem(file, reason(e));
      }
    }

    synchronized void plugOut() {
      if (plugged != null) {
        plugged.close();
        plugged = null;
        catalog.removeProblem(PluginFile.of(bundle));
      }
    }
  }
}
