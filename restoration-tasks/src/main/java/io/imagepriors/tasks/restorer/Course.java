package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Progress;

/** Counts the steps of a restoration, reports each to the monitor and remembers if it said stop. */
final class Course {
  private final Monitor monitor;
  private final long total;
  private long done;
  private long finishedImages;
  private boolean stopped;

  Course(Monitor monitor, long total) {
    this.monitor = monitor;
    this.total = total;
  }

  /**
   * Reports a step.
   *
   * @param values the objective of each image at work
   * @return whether to go on
   */
  boolean step(String stage, double[] values) {
    done++;
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    stopped =
        !monitor.proceed(new Progress(stage, done, total, sum / values.length, finishedImages));
    return !stopped;
  }

  /** Counts images whose restoration has ended. */
  void finish(int images) {
    finishedImages += images;
  }

  /** Whether the monitor or an interrupt said stop. */
  boolean isStopped() {
    return stopped;
  }

  /** The number of steps taken. */
  long done() {
    return done;
  }

  /** How the restoration ended. */
  Outcome outcome() {
    return stopped ? Outcome.CANCELLED : Outcome.COMPLETED;
  }
}
