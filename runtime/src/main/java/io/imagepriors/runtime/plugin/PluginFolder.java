package io.imagepriors.runtime.plugin;

import io.imagepriors.catalog.Problem;
import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.catalog.PluginFile;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * <p>A jar that has changed is started beside the bundle that serves, which goes only when the new
 * one has given its plug-ins: where it can't, what worked stays.
 *
 * <p>Thread-safe.
 */
public final class PluginFolder {
  private final BundleContext context;
  private final LiveCatalog catalog;
  private final Map<File, FileStamp> seen = new HashMap<>();
  private final Map<File, Bundle> serving = new HashMap<>();
  private final Map<File, Bundle> waiting = new HashMap<>();
  private long installed;

  /**
   * A folder from which nothing has been taken yet.
   *
   * @param context the system bundle's, which outlives all others
   * @param catalog where problems are noted
   */
  public PluginFolder(BundleContext context, LiveCatalog catalog) {
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

  /** Installs a jar, or replaces what it held before if it has changed. */
  public synchronized void put(File file) {
    FileStamp stamp = FileStamp.of(file);
    if (stamp.equals(seen.put(file, stamp))) {
      return;
    }
    uninstall(waiting.remove(file));
    catalog.removeProblem(file.toString());
    try {
      requireBundle(file);
      waiting.put(file, install(file));
    } catch (BundleException | IOException | RuntimeException e) {
      catalog.addProblem(file.toString(), reason(e));
    }
    startWaiting();
  }

  /** Uninstalls a jar that is gone; what runs in it is stopped first. */
  public synchronized void remove(File file) {
    seen.remove(file);
    uninstall(waiting.remove(file));
    uninstall(serving.remove(file));
    catalog.removeProblem(file.toString());
    startWaiting();
  }

  /** Two states of one jar are two bundles for a while, so the location is more than the file. */
  private Bundle install(File file) throws BundleException, IOException {
    try (InputStream in = new FileInputStream(file)) {
      return context.installBundle(PluginFile.location(file, ++installed), in);
    }
  }

  /** Every arrival may be what an earlier jar was waiting for. */
  private void startWaiting() {
    for (Map.Entry<File, Bundle> entry : List.copyOf(waiting.entrySet())) {
      File file = entry.getKey();
      Optional<String> fault = start(file, entry.getValue());
      if (fault.isEmpty()) {
        waiting.remove(file);
        uninstall(serving.put(file, entry.getValue()));
      } else {
        if (entry.getValue().getState() != Bundle.INSTALLED) { // it lacks more than a package
          waiting.remove(file);
          uninstall(entry.getValue());
        }
        catalog.addProblem(file.toString(), fault.get());
      }
    }
  }

  /** Starts a bundle; gives what went wrong, in the bundle itself or with its providers. */
  private Optional<String> start(File file, Bundle bundle) {
    catalog.removeProblem(file.toString());
    try {
      TimeLimit.BUNDLE.call(
          "the start of " + file.getName(),
          () -> {
            bundle.start();
            return bundle;
          });
      return catalog.problem(file.toString()).map(Problem::reason);
    } catch (Exception e) { // whatever an activator throws
      return Optional.of(reason(e));
    }
  }

  /** Ends a bundle, if there is one. What it takes longer than the limit goes on by itself. */
  private void uninstall(Bundle bundle) {
    if (bundle == null) {
      return;
    }
    try {
      TimeLimit.BUNDLE.call(
          "the end of " + bundle.getSymbolicName(),
          () -> {
            bundle.uninstall();
            context.getBundle().adapt(FrameworkWiring.class).refreshBundles(List.of(bundle));
            return bundle;
          });
    } catch (Exception e) { // it is out of the catalog or will be, and nobody could mend it
      return;
    }
  }

  /** Looks before the framework does, to say more plainly what is wrong. */
  private static void requireBundle(File file) throws IOException {
    if (!file.isFile()) {
      throw new IOException(file.exists() ? "a folder, not a jar" : "no such file");
    }
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
