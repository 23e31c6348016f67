package io.imagepriors.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** A running Felix with the distribution's bundles. */
final class Platform {
  private final Framework framework;

  private Platform(Framework framework) {
    this.framework = framework;
  }

  /**
   * Starts Felix and the bundles.
   *
   * @param interactive whether bundles that only a shell needs are started too
   */
  static Platform start(Distribution distribution, Path storage, boolean interactive)
      throws BundleException, IOException {
    Framework framework =
        new FrameworkFactory().newFramework(settings(distribution, storage, interactive));
    framework.init();
    List<Bundle> installed = new ArrayList<>();
    for (Path jar : distribution.bundles()) {
      if (interactive || !isForShells(jar)) {
        installed.add(framework.getBundleContext().installBundle("reference:" + fileUrl(jar)));
      }
    }
    framework.start();
    for (Bundle bundle : installed) {
      if (needsStart(bundle)) {
        bundle.start();
      }
    }
    return new Platform(framework);
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

  /** Stops all bundles in order. */
  void stop() throws BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(10_000);
  }

  private static Map<String, String> settings(
      Distribution distribution, Path storage, boolean interactive) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, storage.resolve("felix").toString());
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SystemExports.of(distribution));
    settings.put("felix.cache.locking", "false");
    settings.put("felix.log.level", "0");
    // The catalog lets the first of two equal versions serve; refusing the second is not needed.
    settings.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    settings.put("imagepriors.plugins", distribution.plugins().toString());
    settings.put("imagepriors.interactive", String.valueOf(interactive));
    settings.put("felix.fileinstall.dir", distribution.plugins().toString());
    settings.put("felix.fileinstall.poll", "100");
    settings.put("felix.fileinstall.noInitialDelay", "true");
    settings.put("felix.fileinstall.log.level", "0");
    settings.put("felix.fileinstall.tmpdir", storage.resolve("fileinstall").toString());
    return settings;
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
