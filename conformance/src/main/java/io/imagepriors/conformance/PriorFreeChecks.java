package io.imagepriors.conformance;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.PriorFreeRestorer;
import io.imagepriors.api.Restoration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a restorer must fulfil that says it needs no prior. */
final class PriorFreeChecks {
  private final RestorerRun run;

  PriorFreeChecks(RestorerRun run) {
    this.run = run;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "without-prior",
            "gives the same without a prior as with one, which it does not use",
            this::withoutPrior));
  }

  private void withoutPrior() {
    if (!(run.restorer() instanceof PriorFreeRestorer restorer)) {
      throw new NotApplicable("it is no PriorFreeRestorer");
    }
    Restoration without =
        restorer.restore(run.y().copy(), run.model(), run.parameters(), Monitor.none());
    AtomicLong uses = new AtomicLong();
    Restoration with =
        run.with(new WatchedPrior(run.prior(), uses::incrementAndGet)).restore(Monitor.none());
    Violation.unless(
        uses.get() == 0, "uses a prior %d times that it says it needs not", uses.get());
    Violation.unless(
        Arrays.equals(without.images().pixels(), with.images().pixels()),
        "restores otherwise without a prior than with one");
  }
}
