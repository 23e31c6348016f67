package io.imagepriors.it;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.launcher.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The distribution in a real Felix, started once for a test class, with a plug-in folder of its
 * own.
 */
final class RunningPlatform implements BeforeAllCallback, AfterAllCallback {
  private static final long PATIENCE_SECONDS = 30;

  private final Callable<Map<String, String>> settings;
  private Path plugins;
  private Platform platform;

  /** A platform as it comes. */
  RunningPlatform() {
    this(Map::of);
  }

  /** A platform with settings, which are asked for when it starts. */
  RunningPlatform(Callable<Map<String, String>> settings) {
    this.settings = settings;
  }

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    plugins = Files.createTempDirectory("plugins");
    platform = Platform.start(Distribution.HOME, plugins, settings.call());
  }

  @Override
  public void afterAll(ExtensionContext test) throws Exception {
    platform.close();
    Files.delete(plugins);
  }

  Path plugins() {
    return plugins;
  }

  Catalog catalog() {
    return platform.catalog();
  }

  BundleContext context() {
    return platform.context();
  }

  /** The plug-in of that kind and name, awaited. */
  <T extends Plugin> T await(Class<T> kind, String name) throws Exception {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), filter(kind, name), null);
    tracker.open();
    try {
      T plugin = tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      if (plugin == null) {
        throw new AssertionError(kind.getSimpleName() + " " + name + " did not arrive");
      }
      return plugin;
    } finally {
      tracker.close();
    }
  }

  /** Does something that makes a plug-in go, and waits until it is gone. */
  void awaitGone(Class<? extends Plugin> kind, String name, Action action) throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    ServiceListener listener =
        event -> {
          if (event.getType() == ServiceEvent.UNREGISTERING) {
            gone.countDown();
          }
        };
    context().addServiceListener(listener, filter(kind, name).toString());
    try {
      action.run();
      if (!gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(kind.getSimpleName() + " " + name + " did not go");
      }
    } finally {
      context().removeServiceListener(listener);
    }
  }

  /** The plug-ins of a kind that are there now. */
  <T extends Plugin> List<T> all(Class<T> kind) throws InvalidSyntaxException {
    return context().getServiceReferences(kind, null).stream()
        .map(reference -> context().getService(reference))
        .toList();
  }

  /** The class that gave a plug-in. */
  Class<? extends PluginProvider> provider(Plugin plugin) throws Exception {
    for (ServiceReference<?> reference :
        context().getServiceReferences((String) null, "(imagepriors.provider=*)")) {
      if (context().getService(reference) == plugin) {
        String name = (String) reference.getProperty("imagepriors.provider");
        return reference.getBundle().loadClass(name).asSubclass(PluginProvider.class);
      }
    }
    throw new AssertionError("no provider gave " + plugin.name());
  }

  /** The bundle of that symbolic name. */
  Bundle bundle(String symbolicName) {
    return Arrays.stream(context().getBundles())
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  /** Something that may fail. */
  interface Action {
    void run() throws Exception;
  }

  private Filter filter(Class<? extends Plugin> kind, String name) throws InvalidSyntaxException {
    return context()
        .createFilter("(&(objectClass=" + kind.getName() + ")(imagepriors.name=" + name + "))");
  }
}
