package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.PriorsException;
import io.imagepriors.api.Restoration;
import io.imagepriors.runtime.metric.Mean;
import io.imagepriors.runtime.metric.Psnr;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One method, a restorer with its prior, against one degradation: collects the restored batches.
 * Batches may be restored by several threads at once, each batch by one; {@link #result()} and
 * {@link #row()} are for afterwards.
 */
final class Cell {
  private static final double NANOS = 1e-9;

  private final Method method;
  private final Degraded degraded;
  private final ImageStack restored;
  private final long[] nanos;
  private final boolean[] complete;
  private final AtomicReference<String> failure = new AtomicReference<>();

  Cell(Method method, Degraded degraded, int batches) {
    this.method = method;
    this.degraded = degraded;
    this.restored = degraded.clean().like();
    this.nanos = new long[batches];
    this.complete = new boolean[batches];
  }

  /** What is at work, for a progress bar. */
  String title() {
    return method.label() + ", " + degraded.label();
  }

  /** Whether a batch has failed, so that the others need not be tried. */
  boolean failed() {
    return failure.get() != null;
  }

  /** Restores the images {@code from} to {@code to} (exclusive) as batch number {@code batch}. */
  void restore(int batch, int from, int to, Monitor monitor) {
    ForwardModel model = degraded.model();
    long start = System.nanoTime();
    try {
      Restoration restoration =
          method.run().restore(degraded.degraded().slice(from, to), model, monitor);
      nanos[batch] = System.nanoTime() - start;
      if (restoration.outcome() == Outcome.COMPLETED) {
        keep(batch, from, restoration.images());
      }
    } catch (PriorsException e) {
      failure.compareAndSet(null, e.getMessage());
    } catch (RuntimeException e) {
      // A plug-in's own mistake must cost its cell alone, not the evaluation of all others.
      failure.compareAndSet(null, "its plug-in failed: " + e);
    }
  }

  private void keep(int batch, int from, ImageStack images) {
    for (int i = 0; i < images.count(); i++) {
      restored.set(from + i, images, i);
    }
    complete[batch] = true;
  }

  /** The reason why there is no row; empty if there is one or the evaluation was stopped. */
  Optional<Notice> notice() {
    return Optional.ofNullable(failure.get())
        .map(reason -> new Notice(method.prior(), degraded.label(), method.restorer(), reason));
  }

  /** Row and restored images; empty if a batch failed or was not reached. */
  Optional<Result> result() {
    boolean all = IntStream.range(0, complete.length).allMatch(i -> complete[i]);
    return failed() || !all ? Optional.empty() : Optional.of(new Result(row(), degraded, restored));
  }

  private Row row() {
    ImageStack truth = degraded.clean();
    ImageStack baseline = degraded.baseline();
    Optional<ImageStack> mask = degraded.model().observed();
    return new Row(
        method.prior(),
        degraded.label(),
        method.restorer(),
        mean(i -> Psnr.of(baseline, truth, i)),
        mean(i -> Psnr.of(restored, truth, i)),
        mask.map(m -> mean(i -> Psnr.ofMissing(baseline, truth, i, m))),
        mask.map(m -> mean(i -> Psnr.ofMissing(restored, truth, i, m))),
        IntStream.range(0, nanos.length).mapToLong(i -> nanos[i]).sum() * NANOS / truth.count());
  }

  private Mean mean(IntToDoubleFunction perImage) {
    return Mean.of(IntStream.range(0, restored.count()).mapToDouble(perImage).toArray());
  }
}
