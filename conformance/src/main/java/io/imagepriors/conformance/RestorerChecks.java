package io.imagepriors.conformance;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Shape;
import java.util.Arrays;
import java.util.List;

/** What a restorer must fulfil when nothing disturbs it, and when its input does not fit. */
final class RestorerChecks {
  private final RestorerRun run;

  RestorerChecks(RestorerRun run) {
    this.run = run;
  }

  List<Check> checks() {
    return List.of(
        new Check("result", "gives finished images with values in [0, 1]", this::result),
        new Check("buffers", "leaves the degraded images as they were", this::buffers),
        new Check("repeatable", "gives the same bits for the same seed", this::repeatable),
        new Check("monitor", "tells its monitor of its progress", this::monitor),
        new Check(
            "threads",
            "gives to " + Crowd.THREADS + " threads what it gives to one",
            this::threads),
        new Check("wrong-sizes", "refuses images and priors that do not fit", this::wrongSizes),
        new Check(
            "no-latent-space",
            "works with a prior without latent space or refuses it",
            this::noLatentSpace));
  }

  private void result() {
    requireFinished(run.restore(Monitor.none()));
  }

  private void requireFinished(Restoration found) {
    run.requireImages(found.images(), "the result");
    Violation.unless(
        found.outcome() == Outcome.COMPLETED,
        "ends as %s though nobody stopped it",
        found.outcome());
    Violation.unless(found.steps() >= 0, "says that it took %d steps", found.steps());
    for (int i = 0; i < found.images().count(); i++) {
      Violation.unless(
          Double.isFinite(found.objective(i)), "has the objective %s", found.objective(i));
    }
  }

  private void buffers() {
    ImageStack y = run.y().copy();
    Restoration found = run.restore(y, Monitor.none());
    Violation.unless(Arrays.equals(y.pixels(), run.y().pixels()), "modified the degraded images");
    Violation.unless(found.images().pixels() != y.pixels(), "gives back the array of its input");
  }

  private void repeatable() {
    requireSame(run.restore(Monitor.none()), run.restore(Monitor.none()), "is not repeatable");
  }

  private static void requireSame(Restoration expected, Restoration actual, String complaint) {
    Violation.unless(
        Arrays.equals(expected.images().pixels(), actual.images().pixels())
            && expected.objective(0) == actual.objective(0),
        "%s",
        complaint);
  }

  private void monitor() {
    RecordingMonitor monitor = new RecordingMonitor();
    Restoration found = run.restore(monitor);
    if (found.steps() == 0 && monitor.steps().isEmpty()) {
      throw new NotApplicable("it takes no steps");
    }
    monitor.requireOrderly();
  }

  private void threads() throws Exception {
    Restoration alone = run.restore(Monitor.none());
    Crowd.together(
        (thread, round) ->
            requireSame(
                alone,
                run.restore(Monitor.none()),
                "gives other results while other threads use it"));
  }

  private void wrongSizes() {
    for (Shape other : WrongShapes.of(run.model().degraded())) {
      ImageStack wrong = ImageStack.zeros(run.y().count(), other);
      refuse("degraded images of shape " + other, run.with(wrong));
    }
    for (Shape other : WrongShapes.of(run.model().clean())) {
      refuse("a prior for images of shape " + other, run.with(new FlatPrior(other)));
    }
  }

  private static void refuse(String input, RestorerRun wrong) {
    RecordingMonitor monitor = new RecordingMonitor();
    Refusal.of(input).by(() -> wrong.restore(monitor));
    Violation.unless(monitor.steps().isEmpty(), "refuses %s, but only after some steps", input);
  }

  private void noLatentSpace() {
    RecordingMonitor monitor = new RecordingMonitor();
    try {
      requireFinished(run.with(WatchedPrior.withoutLatentSpace(run.prior())).restore(monitor));
    } catch (InvalidInputException e) {
      Violation.unless(monitor.steps().isEmpty(), "refuses it, but only after some steps");
    }
  }
}
