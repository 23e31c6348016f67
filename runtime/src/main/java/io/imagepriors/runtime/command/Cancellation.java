package io.imagepriors.runtime.command;

/** The user's wish to stop a run; once said, it stays. Thread-safe. */
public final class Cancellation {
  private volatile boolean cancelled;

  /** Asks the run to stop. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether the run should stop. */
  public boolean isCancelled() {
    return cancelled || Thread.currentThread().isInterrupted();
  }
}
