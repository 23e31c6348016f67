package io.imagepriors.runtime.plugin;

import java.time.Duration;

/**
 * Counts the calls that are inside the code of a bundle, so that it goes after the last one has
 * left. Who comes later is turned away at once. Thread-safe.
 */
final class CallGate {
  private int inside;
  private boolean closed;

  /** Lets a call in, unless the gate is closed; who gets in must {@link #leave}. */
  synchronized boolean enter() {
    if (!closed) {
      inside++;
    }
    return !closed;
  }

  synchronized void leave() {
    inside--;
    if (inside == 0) {
      notifyAll();
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /**
   * Closes the gate and waits until all have left; no longer than {@code patience}, since what is
   * inside is not ours, and whatever interrupts come meanwhile.
   */
  synchronized void close(Duration patience) {
    closed = true;
    long deadline = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    while (inside > 0 && System.nanoTime() < deadline) {
      try {
        wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
