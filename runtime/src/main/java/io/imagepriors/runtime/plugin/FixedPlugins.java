package io.imagepriors.runtime.plugin;

import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.catalog.PluginFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** The plug-in bundles that the launcher installed: they are started here, each on its own risk. */
public final class FixedPlugins {
  private FixedPlugins() {}

  /** Starts every installed bundle that has plug-ins; one that can't start becomes a problem. */
  public static void start(BundleContext context, LiveCatalog catalog) {
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getState() != Bundle.ACTIVE && ProviderFile.isIn(bundle)) {
        try {
          bundle.start();
        } catch (BundleException | RuntimeException e) {
          catalog.addProblem(PluginFile.of(bundle), String.valueOf(e.getMessage()));
        }
      }
    }
  }
}
