package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.command.Cancellation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The commands that run now, several in a pipe, so that Ctrl-C reaches them. Thread-safe. */
final class Foreground {
  private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();

  /** A new run, to be ended by {@link #end}. */
  Cancellation begin() {
    Cancellation cancellation = new Cancellation();
    running.add(cancellation);
    return cancellation;
  }

  void end(Cancellation cancellation) {
    running.remove(cancellation);
  }

  /** Asks all to stop. */
  void cancel() {
    running.forEach(Cancellation::cancel);
  }
}
