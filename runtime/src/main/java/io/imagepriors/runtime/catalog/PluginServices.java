package io.imagepriors.runtime.catalog;

import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Origin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Lists every plug-in of the service registry in a {@link LiveCatalog}, whoever registered it. A
 * service that is unregistered has left the catalog before its owner goes on to close it.
 */
public final class PluginServices extends ServiceTracker<Plugin, Plugin> {
  /** The service property that holds the plug-in's name; only services with it are listed. */
  public static final String NAME_PROPERTY = "imagepriors.name";

  /** The service property that holds a {@link Version}, where it is not that of the bundle. */
  public static final String VERSION_PROPERTY = "imagepriors.version";

  /** The service property that holds the path of a file, where it is not that of the bundle. */
  public static final String FILE_PROPERTY = "imagepriors.file";

  private final LiveCatalog catalog;

  /** A tracker that fills {@code catalog} once it is opened. */
  public PluginServices(BundleContext context, LiveCatalog catalog) {
    super(context, namedServices(), null);
    this.catalog = catalog;
  }

  @Override
  public Plugin addingService(ServiceReference<Plugin> reference) {
    Object service = context.getService(reference);
    if (service instanceof Plugin plugin) {
      catalog.add(plugin, origin(reference), number(reference));
      return plugin;
    }
    context.ungetService(reference);
    return null;
  }

  @Override
  public void removedService(ServiceReference<Plugin> reference, Plugin plugin) {
    catalog.remove(plugin);
    context.ungetService(reference);
  }

  private static Origin origin(ServiceReference<Plugin> reference) {
    Bundle bundle = reference.getBundle();
    if (reference.getProperty(VERSION_PROPERTY) instanceof Version version
        && reference.getProperty(FILE_PROPERTY) instanceof String file) {
      return new Origin("", version.toString(), file);
    }
    return new Origin(
        bundle.getSymbolicName(), bundle.getVersion().toString(), PluginFile.of(bundle));
  }

  private static long number(ServiceReference<Plugin> reference) {
    return (Long) reference.getProperty(Constants.SERVICE_ID);
  }

  private static org.osgi.framework.Filter namedServices() {
    try {
      return FrameworkUtil.createFilter("(" + NAME_PROPERTY + "=*)");
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
