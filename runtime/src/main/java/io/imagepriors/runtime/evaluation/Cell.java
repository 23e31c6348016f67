package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.PriorsException;
import io.imagepriors.api.Restoration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One method, a restorer with its prior, against one degradation with one seed: collects the
 * restored batches, measures them when all are there, and enters the figures in the journal.
 * Batches may be restored by several threads at once, each batch by one; {@link #finished()} is for
 * afterwards.
 */
final class Cell {
  private static final double NANOS = 1e-9;

  private final Method method;
  private final Task task;
  private final Journal journal;
  private final String key;
  private final AtomicInteger missing;
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<ImageStack> restored = new AtomicReference<>();
  private final AtomicReference<String> failure = new AtomicReference<>();
  private final AtomicReference<Finished> finished = new AtomicReference<>();

  /**
   * @param batches how many there will be
   * @param key names the work in the journal
   */
  Cell(Method method, Task task, int batches, Journal journal, String key) {
    this.method = method;
    this.task = task;
    this.journal = journal;
    this.key = key;
    this.missing = new AtomicInteger(batches);
    journal.find(key).ifPresent(finished::set);
  }

  /** What is at work, for a progress bar. */
  String title() {
    return method.label() + ", " + task.degraded().label();
  }

  /** Whether nothing is left to do: all is done, by an earlier run perhaps, or something failed. */
  boolean settled() {
    return failure.get() != null || finished.get() != null;
  }

  /** Restores the images {@code from} to {@code to} (exclusive). */
  void restore(int from, int to, Monitor monitor) {
    Degraded images = task.degraded();
    long start = System.nanoTime();
    try {
      Restoration restoration =
          method.run().restore(images.degraded().slice(from, to), images.model(), monitor);
      nanos.addAndGet(System.nanoTime() - start);
      if (restoration.outcome() == Outcome.COMPLETED) {
        keep(from, restoration.images());
      }
    } catch (PriorsException e) {
      failure.compareAndSet(null, e.getMessage());
    } catch (RuntimeException e) {
      // A plug-in's own mistake must cost its cell alone, not the evaluation of all others.
      failure.compareAndSet(null, "its plug-in failed: " + e);
    }
  }

  /**
   * Restores the first images once more, if the figures came from the journal, which keeps none.
   *
   * @return whether they are there, or never will be; not if it was stopped
   */
  boolean picture(Monitor monitor) {
    if (finished().flatMap(Finished::shown).isPresent() || finished.get() == null) {
      return true;
    }
    Degraded images = task.degraded();
    int count = Math.min(Result.SHOWN, images.degraded().count());
    Restoration restoration =
        method.run().restore(images.degraded().slice(0, count), images.model(), monitor);
    if (restoration.outcome() != Outcome.COMPLETED) {
      return false;
    }
    finished.updateAndGet(
        found -> new Finished(found.figures(), found.seconds(), Optional.of(restoration.images())));
    return true;
  }

  private void keep(int from, ImageStack images) {
    ImageStack all =
        restored.updateAndGet(stack -> stack == null ? task.degraded().clean().like() : stack);
    for (int i = 0; i < images.count(); i++) {
      all.set(from + i, images, i);
    }
    if (missing.decrementAndGet() == 0) {
      finish(all);
    }
  }

  private void finish(ImageStack all) {
    Figures figures = task.gauge().measure(all, task.degraded());
    task.input();
    ImageStack shown = all.slice(0, Math.min(all.count(), Result.SHOWN));
    restored.set(null); // hundreds of cells would not fit the memory
    Finished work = new Finished(figures, nanos.get() * NANOS / all.count(), Optional.of(shown));
    journal.keep(key, title() + ", seed " + task.seed(), work);
    finished.set(work);
  }

  /** The reason why nothing was finished; empty if it was, or the evaluation was stopped. */
  Optional<String> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Figures and images; empty if a batch failed or was not reached. */
  Optional<Finished> finished() {
    return Optional.ofNullable(finished.get());
  }
}
