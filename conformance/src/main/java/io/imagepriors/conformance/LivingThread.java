package io.imagepriors.conformance;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A thread that does what it is given and lives on, with its thread-locals, until it is closed. */
final class LivingThread implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final ExecutorService thread;

  LivingThread(String name) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              made.setContextClassLoader(context);
              return made;
            });
  }

  /** Does it there and waits; throws what a check would throw as it is. */
  <T> T call(Callable<T> work) throws InterruptedException, ExecutionException {
    try {
      return thread.submit(work).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException error) {
        throw error;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  /** Interrupts what runs and waits a while for the thread's end; an interrupt ends the wait. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
