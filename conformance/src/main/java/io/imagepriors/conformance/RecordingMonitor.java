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

  List<Progress> steps() {
    return steps;
  }

  /** Whether it was called on another thread than the one that made it. */
  boolean wasCalledElsewhere() {
    return elsewhere;
  }
}
