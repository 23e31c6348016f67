package io.imagepriors.runtime.plugin;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.catalog.PluginServices;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;

/** The plug-ins of one started bundle, registered in that bundle's name, behind a guard. */
final class PluggedBundle implements AutoCloseable {
  /** The service property that holds the class name of the provider. */
  static final String PROVIDER_PROPERTY = "imagepriors.provider";

  private final BundleContext context;
  private final Guard guard = new Guard();
  private final List<Plugin> owned = new ArrayList<>();
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

  PluggedBundle(BundleContext context) {
    this.context = context;
  }

  /**
   * Registers the plug-ins of one provider.
   *
   * @param className the provider's class, with a public constructor without arguments
   * @throws Exception if it can't be made, fails, or takes too long
   */
  synchronized void plug(String className) throws Exception {
    ClassLoader loader = context.getBundle().adapt(BundleWiring.class).getClassLoader();
    register(
        TimeLimit.PROVIDER.call("provider " + className, () -> plugins(className, loader)),
        className);
  }

  /** On a thread of its own, which ends with this. */
  private static List<Plugin> plugins(String className, ClassLoader loader)
      throws ReflectiveOperationException {
    Thread.currentThread().setContextClassLoader(loader);
    Object provider = Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
    if (!(provider instanceof PluginProvider made)) {
      throw InvalidInputException.of(
          "provider", "implement " + PluginProvider.class.getName(), className);
    }
    return made.plugins();
  }

  private void register(List<Plugin> plugins, String provider) {
    owned.addAll(plugins);
    for (Plugin plugin : plugins) {
      String[] types =
          Kind.of(plugin).stream().map(kind -> kind.type().getName()).toArray(String[]::new);
      if (types.length == 0) {
        throw InvalidInputException.of("plug-in", "be of a known kind", plugin.getClass());
      }
      Dictionary<String, String> properties =
          FrameworkUtil.asDictionary(
              Map.of(PluginServices.NAME_PROPERTY, plugin.name(), PROVIDER_PROPERTY, provider));
      registrations.add(context.registerService(types, guard.guard(plugin), properties));
    }
  }

  /**
   * Takes all services away, waits for calls that run, then closes the plug-ins; one that fails to
   * close stops no other.
   */
  @Override
  public synchronized void close() {
    registrations.forEach(PluggedBundle::unregister);
    registrations.clear();
    guard.close();
    owned.forEach(PluggedBundle::close);
    owned.clear();
  }

  private static void unregister(ServiceRegistration<?> registration) {
    try {
      registration.unregister();
    } catch (IllegalStateException e) {
      return; // the framework was faster
    }
  }

  private static void close(Plugin plugin) {
    try {
      plugin.close();
    } catch (RuntimeException | LinkageError e) {
      return; // it is gone from the catalog, and nobody is left who could mend it
    }
  }
}
