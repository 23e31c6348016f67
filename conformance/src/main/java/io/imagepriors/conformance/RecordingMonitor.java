package io.imagepriors.conformance;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Progress;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told, and does something at one of the steps. Used by one thread. */
final class RecordingMonitor implements Monitor {
  private final Thread owner = Thread.currentThread();
  private final List<Progress> steps = new ArrayList<>();
  private final long when;
  private final Action action;
  private boolean elsewhere;

  /** What to do at the chosen step and, where it is still called, at later ones. */
  @FunctionalInterface
  interface Action {
    /** Says whether the computation shall go on. */
    boolean goOn();
  }

  /** Acts at step number {@code when}, counted from 1. */
  RecordingMonitor(long when, Action action) {
    this.when = when;
    this.action = action;
  }

  /** Only keeps what it is told. */
  RecordingMonitor() {
    this(Long.MAX_VALUE, () -> true);
  }

  @Override
  public boolean step(Progress progress) {
    elsewhere |= Thread.currentThread() != owner;
    steps.add(progress);
    return steps.size() < when || action.goOn();
  }

  /** Requires steps, told on the right thread, that count upwards within what was planned. */
  void requireOrderly() {
    Violation.unless(!steps.isEmpty(), "never told its monitor of a step");
    Violation.unless(!elsewhere, "calls its monitor on another thread than its caller's");
    long last = 0;
    for (Progress step : steps) {
      Violation.unless(step.done() >= last, "counts %d steps done after %d", step.done(), last);
      Violation.unless(
          step.done() <= step.total(), "has done %d steps of %d", step.done(), step.total());
      Violation.unless(!step.stage().isBlank(), "reports a stage without a name");
      last = step.done();
    }
    Violation.unless(last > 0, "reports steps, but never counts one as done");
  }

  List<Progress> steps() {
    return steps;
  }
}
