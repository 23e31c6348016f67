package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Restores all batches of all cells on a few threads, and reports progress on the calling thread.
 * For one use.
 */
final class Crew {
  private static final long REPORT_MILLIS = 100;
  private static final long STOP_SECONDS = 30;

  private final Plan plan;
  private final List<Cell> cells;
  private volatile boolean stopped;
  private volatile String stage = "restoring";

  Crew(Plan plan, List<Cell> cells) {
    this.plan = plan;
    this.cells = cells;
  }

  /** Works until all is done or the monitor says stop; gives whether all was done. */
  boolean work(Monitor monitor) {
    stopped = !report(monitor, 0);
    ExecutorService threads = Executors.newFixedThreadPool(plan.threads(), Crew::thread);
    try {
      List<Future<?>> batches = submit(threads);
      long done = 0;
      for (int i = 0; i < batches.size(); i++) {
        await(batches.get(i), done, monitor);
        done += imagesOf(i % plan.batches());
      }
      report(monitor, done);
      return !stopped;
    } finally {
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  /** Lets restorations that were told to stop end, also when this thread has been interrupted. */
  private static void awaitEnd(ExecutorService threads) {
    boolean interrupted = Thread.interrupted();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a restorer ignores that it was told to stop");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<Future<?>> submit(ExecutorService threads) {
    List<Future<?>> batches = new ArrayList<>();
    for (Cell cell : cells) {
      for (int batch = 0; batch < plan.batches(); batch++) {
        int number = batch;
        batches.add(threads.submit(() -> restore(cell, number)));
      }
    }
    return batches;
  }

  private void restore(Cell cell, int batch) {
    if (stopped || cell.settled()) {
      return;
    }
    stage = cell.title();
    int from = batch * plan.batch();
    cell.restore(from, from + imagesOf(batch), progress -> !stopped);
  }

  private int imagesOf(int batch) {
    return Math.min(plan.batch(), plan.images().count() - batch * plan.batch());
  }

  /** Waits for a batch, reporting meanwhile; a stop makes all running batches end at their step. */
  private void await(Future<?> batch, long done, Monitor monitor) {
    while (true) {
      try {
        batch.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        stopped = stopped || !report(monitor, done);
      } catch (InterruptedException e) {
        stopped = true;
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException e) {
        throw new IllegalStateException("a restoration ended with an error", e.getCause());
      }
    }
  }

  private boolean report(Monitor monitor, long done) {
    long total = (long) cells.size() * plan.images().count();
    return monitor.proceed(new Progress(stage, done, total, Double.NaN, done));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "restoration");
    thread.setDaemon(true);
    return thread;
  }
}
