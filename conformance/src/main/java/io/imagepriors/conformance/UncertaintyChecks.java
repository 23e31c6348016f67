package io.imagepriors.conformance;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Uncertainty;
import java.util.Arrays;
import java.util.List;

/** What a restorer must fulfil that says how sure it is, and how a stack bears on its images. */
final class UncertaintyChecks {
  /**
   * Between a stack and its images one by one. Libraries sum in another order, and hundreds of
   * steps enlarge the last bits; an image that depends on its neighbours is off by far more.
   */
  private static final float TOLERANCE = 0.02f;

  private final RestorerRun run;

  UncertaintyChecks(RestorerRun run) {
    this.run = run;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "uncertainty",
            "gives deviations that are finite and at least 0, and draws with values in [0, 1]",
            this::uncertainty),
        new Check(
            "uncertainty-repeatable",
            "gives the same deviations and draws for the same seed",
            this::repeatable),
        new Check(
            "one-by-one", "gives an image alone what it gives it in a stack", this::oneByOne));
  }

  private void uncertainty() {
    Uncertainty found = require(run.restore(Monitor.none()));
    ImageStack deviation = found.deviation();
    Violation.unless(
        deviation.count() == run.y().count() && deviation.shape().equals(run.model().clean()),
        "the deviation: has %s",
        deviation);
    for (float value : deviation.pixels()) {
      Violation.unless(
          Float.isFinite(value) && value >= 0f, "the deviation: has the value %s", value);
    }
    for (ImageStack draw : found.draws()) {
      run.requireImages(draw, "a draw");
    }
  }

  private void repeatable() {
    Uncertainty first = require(run.restore(Monitor.none()));
    Uncertainty second = require(run.restore(Monitor.none()));
    boolean same =
        first.draws().size() == second.draws().size()
            && Arrays.equals(first.deviation().pixels(), second.deviation().pixels());
    for (int k = 0; same && k < first.draws().size(); k++) {
      same = Arrays.equals(first.draws().get(k).pixels(), second.draws().get(k).pixels());
    }
    Violation.unless(same, "%s", "says otherwise how sure it is when asked again");
  }

  private void oneByOne() {
    Restoration together = run.restore(Monitor.none());
    for (int i = 0; i < run.y().count(); i++) {
      Restoration alone = run.with(run.y().image(i)).restore(Monitor.none());
      requireClose(together.images().image(i), alone.images(), "the result");
      if (together.uncertainty().isPresent()) {
        requireClose(
            require(together).deviation().image(i), require(alone).deviation(), "the deviation");
      }
    }
  }

  private static void requireClose(ImageStack expected, ImageStack actual, String subject) {
    for (int k = 0; k < expected.pixels().length; k++) {
      Violation.unless(
          Math.abs(expected.pixels()[k] - actual.pixels()[k]) <= TOLERANCE,
          "%s: is %s in a stack and %s alone",
          subject,
          expected.pixels()[k],
          actual.pixels()[k]);
    }
  }

  private static Uncertainty require(Restoration restoration) {
    return restoration
        .uncertainty()
        .orElseThrow(() -> new NotApplicable("it does not say how sure it is"));
  }
}
