package io.imagepriors.runtime.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** How restorations ended. Thread-safe. */
final class Endings {
  private static final int FRAMES = 4;

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
    String place =
        Arrays.stream(error.getStackTrace())
            .limit(FRAMES)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < "));
    undocumented.add(recipe + ": " + error + " at " + place);
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
