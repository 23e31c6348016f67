package io.imagepriors.runtime.plugin;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * The end of a bundle, whatever the framework is at. While a refresh is on its way Felix refuses to
 * uninstall ("Unable to acquire global lock"), having interrupted the thread that asked; a bundle
 * that nobody asks about again would stay, with its jar open, as long as the process.
 */
final class Uninstallation {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private Uninstallation() {}

  /**
   * Uninstalls a bundle, asking again while the framework refuses, for up to a minute. Leaves the
   * thread uninterrupted.
   *
   * @throws BundleException what the framework says of the bundle itself
   * @throws IllegalStateException if it refuses to the end
   */
  static void of(Bundle bundle) throws BundleException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (bundle.getState() != Bundle.UNINSTALLED) {
      Thread.interrupted();
      try {
        bundle.uninstall();
      } catch (IllegalStateException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        Thread.interrupted();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
