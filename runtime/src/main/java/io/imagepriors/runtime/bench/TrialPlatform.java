package io.imagepriors.runtime.bench;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.catalog.Problem;
import io.imagepriors.launcher.Platform;
import io.imagepriors.runtime.file.AtomicFile;
import io.imagepriors.runtime.setting.PlatformSettings;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The product once more in this process, with all its bundles, its watch over a plug-in folder, and
 * that folder a temporary one. Thread-safe.
 */
final class TrialPlatform implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long GLANCE_MILLIS = 100;

  private final Path folder;
  private final Platform platform;
  private final Catalog catalog;
  private final Loaders loaders;
  private final Object change = new Object();

  private TrialPlatform(Path folder, Platform platform) {
    this.folder = folder;
    this.platform = platform;
    this.catalog = platform.catalog();
    this.loaders = Loaders.watch(platform.context());
    catalog.listen(changed -> announceChange());
  }

  /**
   * Starts a platform.
   *
   * @param poll milliseconds between two looks at its plug-in folder
   */
  static TrialPlatform start(Site site, int poll) {
    // What benchmarks drop in is their own, and nobody has signed it.
    Map<String, String> settings =
        Map.of(PlatformSettings.POLL, String.valueOf(poll), PlatformSettings.TRUST, "all");
    Path folder = null;
    try {
      Files.createDirectories(site.workshop());
      folder = Files.createTempDirectory(site.workshop(), "plugins-");
      return new TrialPlatform(folder, Platform.start(site.home(), folder, settings));
    } catch (IOException e) {
      throw new IllegalStateException("no platform can be started in " + site.home(), e);
    }
  }

  /** Copies a file into the plug-in folder under a hidden name and renames it. */
  void drop(String name, byte[] content) {
    AtomicFile.write(folder.resolve(name), content);
  }

  /**
   * Dates a file of the plug-in folder a second earlier, which no file dropped later can be: the
   * folder's watch takes files of one date and length for the same.
   */
  void touch(String name) throws IOException {
    Path file = folder.resolve(name);
    long earlier = Files.getLastModifiedTime(file).toMillis() - 1000;
    Files.setLastModifiedTime(file, FileTime.fromMillis(earlier));
  }

  /** Deletes a file of the plug-in folder. */
  void delete(String name) throws IOException {
    Files.delete(folder.resolve(name));
  }

  /** The plug-in of that kind and name that serves. */
  <P extends Plugin> Optional<P> find(Kind<P> kind, String name) {
    return catalog.find(kind, name).map(Entry::plugin);
  }

  /**
   * The plug-in of that kind and name that serves.
   *
   * @throws InvalidInputException if there is none
   */
  <P extends Plugin> P get(Kind<P> kind, String name) {
    return catalog.get(kind, name).plugin();
  }

  /** All plug-ins of that kind and name, those that don't serve too. */
  <P extends Plugin> List<P> all(Kind<P> kind, String name) {
    return catalog.entries().stream()
        .filter(entry -> entry.kind() == kind && entry.name().equals(name))
        .map(entry -> kind.type().cast(entry.plugin()))
        .toList();
  }

  /**
   * Waits until something is so, looking whenever a plug-in comes or goes.
   *
   * @return whether it came to be so within a minute
   */
  boolean await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    synchronized (change) {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        change.wait(GLANCE_MILLIS);
      }
    }
    return true;
  }

  /** Why a file of the plug-in folder might not be what is expected, for people. */
  String state(String name, String symbolicName) {
    String reason =
        catalog.problem(folder.resolve(name).toString()).map(Problem::reason).orElse("no problem");
    return reason
        + "; bundle states "
        + withName(symbolicName).stream().map(Bundle::getState).toList();
  }

  /** Refreshes the bundles of that symbolic name, and all that depend on them. */
  void refresh(String symbolicName) throws InterruptedException {
    CountDownLatch refreshed = new CountDownLatch(1);
    FrameworkWiring wiring = platform.context().getBundle(0).adapt(FrameworkWiring.class);
    wiring.refreshBundles(withName(symbolicName), event -> refreshed.countDown());
    if (!refreshed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(symbolicName + " was not refreshed");
    }
  }

  /** The files of a bundle that end as given. */
  List<URL> files(String symbolicName, String end) {
    return withName(symbolicName).stream()
        .flatMap(bundle -> stream(bundle.findEntries("/", "*" + end, true)))
        .toList();
  }

  /** How many bundles of that symbolic name there are. */
  int bundles(String symbolicName) {
    return withName(symbolicName).size();
  }

  Loaders loaders() {
    return loaders;
  }

  /** Stops everything and removes every file. */
  @Override
  public void close() {
    platform.close();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(AtomicFile::delete);
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
    AtomicFile.delete(folder);
  }

  private List<Bundle> withName(String symbolicName) {
    return Arrays.stream(platform.context().getBundles())
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .toList();
  }

  private static Stream<URL> stream(Enumeration<URL> urls) {
    return urls == null ? Stream.empty() : Collections.list(urls).stream();
  }

  private void announceChange() {
    synchronized (change) {
      change.notifyAll();
    }
  }
}
