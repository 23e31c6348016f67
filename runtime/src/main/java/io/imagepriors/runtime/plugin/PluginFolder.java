package io.imagepriors.runtime.plugin;

import io.imagepriors.runtime.catalog.Catalog;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The jars of the plug-in folder as bundles. A jar that can't be used is noted as a problem and
 * disturbs nothing; one that waits for a package of another is started when that arrives. Bundles
 * are copied by the framework, so that a jar may be overwritten while it is in use.
 *
 * <p>Thread-safe.
 */
public final class PluginFolder {
  private final BundleContext context;
  private final Catalog catalog;
  private final Map<File, Long> seen = new HashMap<>();
  private final Map<File, Bundle> bundles = new HashMap<>();

  /**
   * A folder from which nothing has been taken yet.
   *
   * @param context the system bundle's, which outlives all others
   * @param catalog where problems are noted
   */
  public PluginFolder(BundleContext context, Catalog catalog) {
    this.context = context;
    this.catalog = catalog;
  }

  /** Whether files of that name are taken. */
  public boolean accepts(File file) {
    return file.getName().endsWith(".jar");
  }

  /** Installs every jar of a folder; a folder that does not exist holds none. */
  public synchronized void load(File folder) {
    File[] files = folder.listFiles(this::accepts);
    if (files != null) {
      Arrays.sort(files);
      Arrays.stream(files).forEach(this::put);
    }
  }

  /** Installs a jar, or updates it if it has changed. */
  public synchronized void put(File file) {
    Long modified = file.lastModified();
    if (modified.equals(seen.put(file, modified))) {
      return;
    }
    try {
      requireBundle(file);
      catalog.removeProblem(file.toString());
      if (bundles.containsKey(file)) {
        update(bundles.get(file), file);
      } else {
        bundles.put(file, context.installBundle(file.toURI().toString()));
      }
    } catch (BundleException | IOException | RuntimeException e) {
      catalog.addProblem(file.toString(), reason(e));
    }
    startAll();
  }

  /** Uninstalls a jar that is gone; what runs in it is stopped first. */
  public synchronized void remove(File file) {
    seen.remove(file);
    Bundle bundle = bundles.remove(file);
    if (bundle != null) {
      try {
        bundle.uninstall();
      } catch (BundleException e) {
        catalog.addProblem(file.toString(), reason(e));
        return;
      }
    }
    catalog.removeProblem(file.toString());
    startAll();
  }

  private void update(Bundle bundle, File file) throws BundleException, IOException {
    try (InputStream in = new FileInputStream(file)) {
      bundle.update(in);
    }
    context.getBundle().adapt(FrameworkWiring.class).refreshBundles(java.util.List.of(bundle));
  }

  /** Every arrival may be what an earlier jar was waiting for. */
  private void startAll() {
    bundles.forEach(
        (file, bundle) -> {
          if (bundle.getState() == Bundle.INSTALLED || bundle.getState() == Bundle.RESOLVED) {
            try {
              bundle.start();
            } catch (BundleException | RuntimeException e) {
              catalog.addProblem(file.toString(), reason(e));
            }
          }
        });
  }

  /** Looks before the framework does, so that a broken jar never replaces a working one. */
  private static void requireBundle(File file) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      Manifest manifest = jar.getManifest();
      if (manifest == null
          || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
        throw new IOException("not a bundle: its manifest has no Bundle-SymbolicName");
      }
    }
  }

  private static String reason(Throwable error) {
    String message = String.valueOf(error.getMessage());
    return error.getCause() == null ? message : message + ": " + error.getCause().getMessage();
  }
}
