package io.imagepriors.launcher;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.runtime.setting.PlatformSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/**
 * A running Felix with the distribution's bundles. A host application that has the folder {@code
 * lib} on its class path starts one inside itself, looks plug-ins up in its {@link #catalog()} and
 * shares the api's types with them. Thread-safe.
 */
public final class Platform implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 10_000;

  private final Framework framework;
  private final Storage storage;

  private Platform(Framework framework, Storage storage) {
    this.framework = framework;
    this.storage = storage;
  }

  /**
   * Starts a platform inside the calling program. When this returns, all plug-ins that are present
   * are in the catalog; later ones come as their files do.
   *
   * @param home the folder of the distribution
   * @param plugins the folder that is watched for plug-ins
   * @throws IOException if the distribution can't be read, its bundles don't start, or the
   *     temporary folder can't be written
   */
  public static Platform start(Path home, Path plugins) throws IOException {
    return start(home, plugins, Map.of());
  }

  /**
   * Starts a platform with settings of the calling program, as {@link #start(Path, Path)}.
   *
   * @param settings by the keys of the file {@code etc/imagepriors.properties} in {@code home},
   *     which they go before; {@code plugins.trust} for example
   */
  public static Platform start(Path home, Path plugins, Map<String, String> settings)
      throws IOException {
    Distribution distribution = new Distribution(home.toAbsolutePath(), plugins.toAbsolutePath());
    return start(distribution, Storage.create(), settings, true);
  }

  /**
   * Starts Felix and the bundles.
   *
   * @param settings what goes before the settings file
   * @param watching whether the plug-in folder is watched, and bundles that only a shell needs are
   *     started too
   */
  static Platform start(
      Distribution distribution, Storage storage, Map<String, String> settings, boolean watching)
      throws IOException {
    EngineSettings.apply(distribution);
    try {
      Map<String, String> properties = properties(distribution, storage.folder(), watching);
      properties.put("imagepriors.settings.given", String.join(",", settings.keySet()));
      settings.forEach((key, value) -> properties.put("imagepriors." + key, value));
      properties.put("felix.fileinstall.poll", poll(properties));
      return new Platform(framework(distribution, properties, watching), storage);
    } catch (BundleException e) {
      throw new IOException(distribution.home() + " does not start: " + e.getMessage(), e);
    }
  }

  /** Settings that are wrong are the runtime bundle's to report: it then takes nothing. */
  private static String poll(Map<String, String> properties) {
    int millis = PlatformSettings.USUAL_POLL_MILLIS;
    try {
      UnaryOperator<String> lookUp = key -> properties.getOrDefault(key, System.getProperty(key));
      millis = PlatformSettings.read(lookUp).pollMillis();
    } catch (InvalidInputException e) {
      return String.valueOf(millis);
    }
    return String.valueOf(millis);
  }

  private static Framework framework(
      Distribution distribution, Map<String, String> properties, boolean watching)
      throws BundleException, IOException {
    Framework framework = new FrameworkFactory().newFramework(properties);
    framework.init();
    List<Bundle> installed = new ArrayList<>();
    for (Path jar : distribution.bundles()) {
      if (watching || !isForShells(jar)) {
        installed.add(framework.getBundleContext().installBundle("reference:" + fileUrl(jar)));
      }
    }
    framework.start();
    for (Bundle bundle : installed) {
      if (needsStart(bundle)) {
        bundle.start();
      }
    }
    return framework;
  }

  /** The service of a JDK type that the runtime bundle offers under a role. */
  <T> T entry(Class<T> type, String role) {
    BundleContext context = framework.getBundleContext();
    try {
      for (ServiceReference<T> reference :
          context.getServiceReferences(type, "(imagepriors.entry=" + role + ")")) {
        return context.getService(reference);
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(role, e);
    }
    throw new IllegalStateException("the runtime bundle did not start");
  }

  /** What is plugged in; it changes as files come and go, until this is closed. */
  public Catalog catalog() {
    ServiceReference<Catalog> reference = context().getServiceReference(Catalog.class);
    if (reference == null) {
      throw new IllegalStateException("the runtime bundle is not running");
    }
    return context().getService(reference);
  }

  /** The system bundle's context, for hosts that know OSGi: plug-ins are services of the api. */
  public BundleContext context() {
    return framework.getBundleContext();
  }

  /** Stops all bundles in order and removes the framework's temporary folder. */
  @Override
  public void close() {
    try {
      framework.stop();
      framework.waitForStop(PATIENCE_MILLIS);
    } catch (BundleException e) {
      throw new IllegalStateException("Felix did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    storage.close();
  }

  private static Map<String, String> properties(
      Distribution distribution, Path storage, boolean watching) throws IOException {
    Map<String, String> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, storage.resolve("felix").toString());
    properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SystemExports.of(distribution));
    properties.put("felix.cache.locking", "false");
    properties.put("felix.log.level", "0");
    // The catalog lets the first of two equal versions serve; refusing the second is not needed.
    properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    properties.put("imagepriors.home", distribution.home().toString());
    properties.put("imagepriors.plugins", distribution.plugins().toString());
    properties.put("imagepriors.settings.file", distribution.settings().toString());
    properties.put("imagepriors.interactive", String.valueOf(watching));
    properties.put("felix.fileinstall.dir", distribution.plugins().toString());
    properties.put("felix.fileinstall.filter", "[^.].*");
    properties.put("felix.fileinstall.subdir.mode", "skip");
    // It hands files to the runtime; were that gone, it should start nothing by itself.
    properties.put("felix.fileinstall.bundles.new.start", "false");
    properties.put("felix.fileinstall.noInitialDelay", "true");
    properties.put("felix.fileinstall.log.level", "0");
    properties.put("felix.fileinstall.tmpdir", storage.resolve("fileinstall").toString());
    return properties;
  }

  /** Gogo, JLine and File Install are of no use to a single command. */
  private static boolean isForShells(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return name.startsWith("org.apache.felix.") || name.startsWith("jline");
  }

  /**
   * Libraries resolve when they are needed, plug-ins are started by the runtime bundle, and Gogo's
   * own shell would fight ours for the terminal.
   */
  private static boolean needsStart(Bundle bundle) {
    return bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATOR) != null
        && !"org.apache.felix.gogo.jline".equals(bundle.getSymbolicName());
  }

  private static String fileUrl(Path jar) {
    String path = jar.toString().replace(File.separatorChar, '/');
    return "file:" + (path.startsWith("/") ? path : "/" + path);
  }
}
