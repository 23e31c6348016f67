package io.imagepriors.conformance;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.WithdrawnException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a restorer must do when it is stopped before its end. */
final class StoppingChecks {
  /**
   * How often it may still use the prior once it knows that it shall stop: to choose the best
   * estimate and to give its objective.
   */
  private static final long LAST_USES = 8;

  private final RestorerRun run;

  StoppingChecks(RestorerRun run) {
    this.run = run;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "cancel-early",
            "stops at once when its monitor says so at the first step",
            () -> cancelAt(1)),
        new Check(
            "cancel-midway",
            "stops at once when its monitor says so halfway",
            () -> cancelAt(Math.max(2, stepsOfWholeRun() / 2))),
        new Check(
            "interrupt",
            "stops at once when its thread is interrupted, and leaves that set",
            this::interrupt),
        new Check(
            "interrupted-before",
            "stops at once when its thread was interrupted before",
            this::interruptedBefore),
        new Check(
            "prior-withdrawn",
            "hands out its best estimate when the prior goes away",
            this::priorWithdrawn));
  }

  private int stepsOfWholeRun() {
    RecordingMonitor monitor = new RecordingMonitor();
    run.restore(monitor);
    return monitor.steps().size();
  }

  private void requireSteps(int steps) {
    if (stepsOfWholeRun() < steps) {
      throw new NotApplicable("it takes fewer than " + steps + " steps");
    }
  }

  private void cancelAt(int step) {
    requireSteps(step + 1);
    AtomicLong uses = new AtomicLong();
    RecordingMonitor monitor =
        new RecordingMonitor(
            step,
            () -> {
              uses.set(0);
              return false;
            });
    Restoration found = watched(uses).restore(monitor);
    Violation.unless(
        monitor.steps().size() == step,
        "took %d more steps after its monitor said stop",
        monitor.steps().size() - step);
    requireCancelled(found, uses.get());
  }

  private RestorerRun watched(AtomicLong uses) {
    return run.with(new WatchedPrior(run.prior(), uses::incrementAndGet));
  }

  private void requireCancelled(Restoration found, long usesAfter) {
    Violation.unless(
        found.outcome() == Outcome.CANCELLED, "was stopped, but ends as %s", found.outcome());
    run.requireImages(found.images(), "the best estimate");
    Violation.unless(
        usesAfter <= LAST_USES, "used the prior %d times more after it was stopped", usesAfter);
  }

  private void interrupt() {
    requireSteps(3);
    AtomicLong uses = new AtomicLong();
    RecordingMonitor monitor =
        new RecordingMonitor(
            2,
            () -> {
              uses.set(0);
              Thread.currentThread().interrupt();
              return true;
            });
    Restoration found = watched(uses).restore(monitor);
    Violation.unless(Thread.interrupted(), "clears the interrupt of its thread");
    requireCancelled(found, uses.get());
  }

  private void interruptedBefore() {
    requireSteps(3);
    RecordingMonitor monitor = new RecordingMonitor();
    Thread.currentThread().interrupt();
    Restoration found = run.restore(monitor);
    Violation.unless(Thread.interrupted(), "clears the interrupt of its thread");
    requireCancelled(found, 0);
    Violation.unless(
        monitor.steps().size() <= 1, "took %d steps all the same", monitor.steps().size());
  }

  private void priorWithdrawn() {
    AtomicLong uses = new AtomicLong();
    watched(uses).restore(Monitor.none());
    long whole = uses.get();
    if (whole == 0) {
      throw new NotApplicable("it does not use the prior");
    }
    withdrawAfter(0);
    withdrawAfter(whole / 2);
  }

  private void withdrawAfter(long limit) {
    AtomicLong uses = new AtomicLong();
    WatchedPrior leaving =
        new WatchedPrior(
            run.prior(),
            () -> {
              if (uses.incrementAndGet() > limit) {
                throw WithdrawnException.of("leaving");
              }
            });
    try {
      run.with(leaving).restore(Monitor.none());
    } catch (WithdrawnException e) {
      Violation.unless(
          uses.get() <= limit + 1, "goes on using a prior that has said it is withdrawn");
      run.requireImages(
          e.bestEstimate()
              .orElseThrow(
                  () -> new Violation("passes on WithdrawnException without its best estimate")),
          "the best estimate");
      return;
    }
    throw new Violation("gives a result though its prior went away");
  }
}
