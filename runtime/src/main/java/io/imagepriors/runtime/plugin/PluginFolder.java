package io.imagepriors.runtime.plugin;

import io.imagepriors.api.PriorsException;
import io.imagepriors.catalog.Problem;
import io.imagepriors.runtime.catalog.LiveCatalog;
import io.imagepriors.runtime.catalog.PluginFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The jars of the plug-in folder as bundles. A jar that can't be used is noted as a problem and
 * disturbs nothing; one that waits for a package of another is started when that arrives. What is
 * installed is a copy, so that a jar may be overwritten while it is in use.
 *
 * <p>A jar that has changed is started beside the bundle that serves, which goes only when the new
 * one has given its plug-ins: where it can't, what worked stays.
 *
 * <p>Thread-safe.
 */
public final class PluginFolder {
  private final BundleContext context;
  private final LiveCatalog catalog;
  private final TrustedCopies copies;
  private final TimeLimit limit;
  private final Map<File, FileStamp> seen = new HashMap<>();
  private final Map<File, Bundle> serving = new HashMap<>();
  private final Map<File, Bundle> waiting = new HashMap<>();
  private long installed;

  /**
   * A folder from which nothing has been taken yet.
   *
   * @param context the system bundle's, which outlives all others
   * @param catalog where problems are noted
   * @param copies where jars become what is installed
   * @param limit how long a bundle may take to start, and to end
   */
  public PluginFolder(
      BundleContext context, LiveCatalog catalog, TrustedCopies copies, TimeLimit limit) {
    this.context = context;
    this.catalog = catalog;
    this.copies = copies;
    this.limit = limit;
  }

  /** Whether files of that name are taken. */
  public boolean accepts(File file) {
    return file.getName().endsWith(".jar") && !ModelListFile.is(file);
  }

  /** Installs a jar, or replaces what it held before if it has changed. */
  public synchronized void put(File file) {
    FileStamp stamp = FileStamp.of(file);
    if (stamp.equals(seen.put(file, stamp))) {
      return;
    }
    uninstall(waiting.remove(file));
    catalog.removeProblem(file.toString());
    try (PrivateCopy copy = copies.jar(file)) {
      requireBundle(copy.path());
      waiting.put(file, install(file, copy.path()));
    } catch (Exception e) { // whatever a check or the framework throws
      catalog.addProblem(file.toString(), copies.named(reason(e), file));
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
  private Bundle install(File file, Path copy) throws BundleException, IOException {
    try (InputStream in = Files.newInputStream(copy)) {
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
        giveUp(file, entry.getValue(), fault.get());
      }
    }
  }

  /** A bundle that lacks no more than a package waits for it; any other goes. */
  private void giveUp(File file, Bundle bundle, String fault) {
    int state = bundle.getState();
    if (state != Bundle.INSTALLED) {
      waiting.remove(file);
    }
    if (state != Bundle.INSTALLED && state != Bundle.STARTING) { // one that hangs ends itself
      uninstall(bundle);
    }
    catalog.addProblem(file.toString(), fault);
  }

  /** Starts a bundle; gives what went wrong, in the bundle itself or with its providers. */
  private Optional<String> start(File file, Bundle bundle) {
    catalog.removeProblem(file.toString());
    FileStamp stamp = seen.get(file);
    AtomicReference<String> late = new AtomicReference<>();
    try {
      limit.call(
          "the start of " + file.getName(),
          () -> {
            try {
              bundle.start();
              return bundle;
            } finally {
              if (late.get() != null) {
                endLate(bundle, file, stamp, late.get());
              }
            }
          });
      return catalog.problem(file.toString()).map(Problem::reason);
    } catch (TimeoutException e) {
      late.set(e.getMessage());
      return Optional.of(e.getMessage());
    } catch (Exception e) { // whatever an activator throws
      return Optional.of(reason(e));
    }
  }

  /**
   * Ends a bundle that nobody waits for any more, on the thread on which its start has returned.
   */
  private void endLate(Bundle bundle, File file, FileStamp stamp, String fault)
      throws BundleException {
    end(bundle);
    synchronized (this) {
      if (stamp.equals(seen.get(file))) {
        catalog.addProblem(file.toString(), fault); // the late start has wiped it out
      }
    }
  }

  /** Ends a bundle, if there is one. What it takes longer than the limit goes on by itself. */
  private void uninstall(Bundle bundle) {
    if (bundle == null) {
      return;
    }
    try {
      limit.call(
          "the end of " + bundle.getSymbolicName(),
          () -> {
            end(bundle);
            return bundle;
          });
    } catch (Exception e) { // it is out of the catalog or will be, and nobody could mend it
      return;
    }
  }

  private void end(Bundle bundle) throws BundleException {
    Uninstallation.of(bundle);
    context.getBundle().adapt(FrameworkWiring.class).refreshBundles(List.of(bundle));
  }

  /** Looks before the framework does, to say more plainly what is wrong. */
  private static void requireBundle(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      if (manifest == null
          || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
        throw new IOException("not a bundle: its manifest has no Bundle-SymbolicName");
      }
    }
  }

  private static String reason(Throwable error) {
    String message = String.valueOf(error.getMessage());
    return error.getCause() == null || error instanceof PriorsException
        ? message
        : message + ": " + error.getCause().getMessage();
  }
}
