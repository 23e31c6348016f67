package io.imagepriors.runtime.stream;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Progress;
import io.imagepriors.api.WithdrawnException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes pictures from a source through a treatment to a sink. One thread finds and decodes them,
 * some treat them batch by batch, and the calling thread writes results in the order in which the
 * pictures were found, and reports progress. Batches on their way stand in one queue of bounded
 * length, so that whoever is fastest waits, and memory does not grow with the number of pictures.
 * For one use.
 */
public final class PictureStream {
  private static final long REPORT_MILLIS = 100;
  private static final long STOP_SECONDS = 30;

  private final PictureSource source;
  private final PictureSink sink;
  private final Treatment treatment;
  private final int batch;
  private final int workers;
  private final BlockingQueue<Optional<Future<List<Result>>>> course;
  private final Tally tally = new Tally();
  private final ResultWriter writer;
  private volatile boolean stopped;

  /**
   * A stream.
   *
   * @param batch the most pictures treated at once
   * @param workers the number of batches treated at a time
   */
  public PictureStream(
      PictureSource source, PictureSink sink, Treatment treatment, int batch, int workers) {
    this.source = source;
    this.sink = sink;
    this.treatment = treatment;
    this.batch = batch;
    this.workers = workers;
    this.writer = new ResultWriter(sink, tally);
    this.course = new ArrayBlockingQueue<>(2 * workers + 1);
  }

  /** What became of the pictures so far; also after {@link #run} has thrown. */
  public Tally tally() {
    return tally;
  }

  /**
   * Counts the pictures, and those whose results are there.
   *
   * @return whether it ran to its end
   * @throws FileException if the source as a whole can't be read
   */
  public boolean count(Monitor monitor) {
    Census census = new Census(sink, () -> stopped = stopped || !report(monitor));
    source.visit(census);
    List<Tally.Failure> before = sink.failedBefore();
    tally.expect(census.pictures(), census.there() - before.size());
    before.forEach(failure -> tally.fail(failure.picture(), failure.reason()));
    return !stopped;
  }

  /**
   * Treats the pictures that have no result. To be called after {@link #count}.
   *
   * @param monitor told of pictures done and to do, on the calling thread; can stop
   * @return whether it ran to its end, failures of single pictures aside
   * @throws WithdrawnException if a plug-in has gone; results so far are kept, as in the next cases
   * @throws FileException if the source as a whole can't be read, or nothing can be written
   * @throws InvalidInputException if the treatment refuses all pictures
   */
  public boolean run(Monitor monitor) {
    ExecutorService reader = Executors.newSingleThreadExecutor(work -> thread(work, "pictures"));
    ExecutorService crew = Executors.newFixedThreadPool(workers, work -> thread(work, "treatment"));
    try {
      Future<?> reading = reader.submit(() -> read(crew));
      writeAll(monitor);
      await(reading, monitor);
      if (!stopped) {
        sink.finish();
      }
      return !stopped;
    } finally {
      stopped = true;
      reader.shutdownNow();
      crew.shutdownNow();
      awaitEnd(reader);
      awaitEnd(crew);
    }
  }

  /** On the reader's thread. */
  private void read(ExecutorService crew) {
    try {
      Intake intake =
          new Intake(
              treatment.needed(),
              batch,
              sink,
              tally,
              part -> put(Optional.of(crew.submit(() -> part.treat(treatment, p -> !stopped)))));
      source.visit(intake);
      intake.flush();
    } finally {
      put(Optional.empty());
    }
  }

  private boolean put(Optional<Future<List<Result>>> part) {
    try {
      course.put(part);
      return !stopped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void writeAll(Monitor monitor) {
    Optional<Future<List<Result>>> next = take(monitor);
    while (next.isPresent() && !stopped) {
      List<Result> results = await(next.get(), monitor);
      if (!stopped) {
        writer.write(results);
        stopped = !report(monitor);
        next = take(monitor);
      }
    }
  }

  /** The next batch on its way; nothing at the end, or when stopped. */
  private Optional<Future<List<Result>>> take(Monitor monitor) {
    while (!stopped) {
      try {
        Optional<Future<List<Result>>> next = course.poll(REPORT_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          return next;
        }
        stopped = !report(monitor);
      } catch (InterruptedException e) {
        stop();
      }
    }
    return Optional.empty();
  }

  private <T> T await(Future<T> work, Monitor monitor) {
    while (!stopped) {
      try {
        return work.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        stopped = !report(monitor);
      } catch (InterruptedException e) {
        stop();
      } catch (ExecutionException e) {
        throw rethrown(e.getCause());
      }
    }
    return null;
  }

  private void stop() {
    stopped = true;
    Thread.currentThread().interrupt();
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  private boolean report(Monitor monitor) {
    long done = tally.done() + tally.failed();
    long total = Math.max(done, tally.pictures() - tally.there());
    return monitor.proceed(new Progress("", done, total, Double.NaN, done));
  }

  /** Lets threads that were told to stop end, also when this one has been interrupted. */
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

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
