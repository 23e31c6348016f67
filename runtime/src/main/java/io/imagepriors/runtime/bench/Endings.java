package io.imagepriors.runtime.bench;

import java.util.concurrent.atomic.AtomicLong;

/** How restorations ended. Thread-safe. */
final class Endings {
  private final AtomicLong right = new AtomicLong();
  private final AtomicLong withdrawn = new AtomicLong();
  private final AtomicLong withdrawnAtStart = new AtomicLong();
  private final AtomicLong unknown = new AtomicLong();
  private final Tally wrong = new Tally();
  private final Tally undocumented = new Tally();

  void completed(Recipe recipe, boolean isRight) {
    if (isRight) {
      right.incrementAndGet();
    } else {
      wrong.add("result of " + recipe);
    }
  }

  void withdrawn(Recipe recipe, boolean hasEstimate, boolean isPossible) {
    if (!isPossible) {
      wrong.add("estimate of " + recipe);
    }
    (hasEstimate ? withdrawn : withdrawnAtStart).incrementAndGet();
  }

  void unknownName() {
    unknown.incrementAndGet();
  }

  void undocumented(Recipe recipe, Throwable error) {
    String place = error.getStackTrace().length == 0 ? "" : " at " + error.getStackTrace()[0];
    undocumented.add(recipe + ": " + error + place);
  }

  /** The number of restorations that have ended in any way. */
  long count() {
    return right.get()
        + withdrawn.get()
        + withdrawnAtStart.get()
        + wrong.total()
        + undocumented.total();
  }

  Restorations summary() {
    return new Restorations(
        right.get(),
        withdrawn.get(),
        withdrawnAtStart.get(),
        unknown.get(),
        wrong.counts(),
        undocumented.counts());
  }
}
