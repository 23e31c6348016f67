package io.imagepriors.runtime.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs code of plug-ins on a thread of its own and goes on without it when its time is over.
 *
 * @param duration how long it may take
 */
public record TimeLimit(Duration duration) {
  /** Enough for a provider, which is to be made in milliseconds, on a busy machine. */
  static final TimeLimit PROVIDER = new TimeLimit(Duration.ofSeconds(12));

  /** A bundle's start, of which its providers are a part, or its end, unless set otherwise. */
  static final TimeLimit BUNDLE = new TimeLimit(Duration.ofSeconds(15));

  /** A look at a file's signatures and digests. */
  static final TimeLimit CHECK = new TimeLimit(Duration.ofSeconds(60));

  /** A model file, which is read, checked and evaluated once. */
  static final TimeLimit MODEL = new TimeLimit(Duration.ofSeconds(60));

  /**
   * Runs to the end or to the limit, whichever comes first. Work that exceeds it is interrupted and
   * left behind on its daemon thread.
   *
   * @param what its name in the complaint about it
   * @throws TimeoutException if the time is over
   * @throws Exception what the work throws; an error of it comes as an {@link ExecutionException}
   */
  <T> T call(String what, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, what);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new TimeoutException(what + " did not end within " + duration.toSeconds() + " s");
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
