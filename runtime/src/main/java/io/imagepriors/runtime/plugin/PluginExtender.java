package io.imagepriors.runtime.plugin;

import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.PriorsException;
import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.catalog.PluginFile;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;

/**
 * Makes plug-ins of every started bundle that names a {@link PluginProvider}: asks the provider for
 * them with the bundle's own class loader as context loader and registers each as a service. When
 * the bundle stops, its services go first and are closed then. A provider that fails is noted as
 * the bundle's problem; it disturbs nobody else.
 */
public final class PluginExtender extends BundleTracker<PluggedBundle> {
  private final LiveCatalog catalog;

  /** An extender that notes problems in {@code catalog}; it works from open to close. */
  public PluginExtender(BundleContext context, LiveCatalog catalog) {
    super(context, Bundle.ACTIVE, null);
    this.catalog = catalog;
  }

  @Override
  public PluggedBundle addingBundle(Bundle bundle, BundleEvent event) {
    PluggedBundle plugged = new PluggedBundle(bundle.getBundleContext());
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
    return plugged;
  }

  @Override
  public void removedBundle(Bundle bundle, BundleEvent event, PluggedBundle plugged) {
    plugged.close();
    catalog.removeProblem(PluginFile.of(bundle));
  }

  /** The innermost cause says most; it names itself where its message would not. */
  static String reason(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    boolean forPeople = cause instanceof PriorsException || cause instanceof TimeoutException;
    return forPeople ? message : cause.getClass().getSimpleName() + ": " + message;
  }
}
