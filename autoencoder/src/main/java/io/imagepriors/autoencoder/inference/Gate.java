package io.imagepriors.autoencoder.inference;

/**
 * Counts the evaluations that are running, so that what they use is freed after the last one has
 * left. Closing waits for them, and nobody waits for a closing gate: who comes later is turned away
 * at once.
 */
final class Gate {
  private int inside;
  private boolean closed;

  /** Lets an evaluation in, unless the gate is closed; who gets in must {@link #leave}. */
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

  /**
   * Closes the gate and waits until all have left, whatever interrupts come meanwhile.
   *
   * @return whether this call was the one that closed it
   */
  synchronized boolean close() {
    boolean first = !closed;
    closed = true;
    boolean interrupted = false;
    while (inside > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return first;
  }
}
