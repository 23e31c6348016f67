package io.imagepriors.conformance;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.WithdrawnException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What happens when a plug-in is closed while others use it.
 *
 * @param <P> its kind
 */
final class ClosingChecks<P extends Plugin> {
  private static final int CALLS_AFTER = 1;

  private final Optional<Supplier<? extends P>> reopening;
  private final Function<P, Operation> use;

  /**
   * @param reopening gives a new instance that the check closes
   * @param use binds an instance; the operation knows at least probe 0
   */
  ClosingChecks(Optional<Supplier<? extends P>> reopening, Function<P, Operation> use) {
    this.reopening = reopening;
    this.use = use;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "close",
            "lets running calls end right when closed, and says afterwards that it is withdrawn",
            this::closeInUse),
        new Check("close-twice", "can be closed again without harm", this::closeTwice));
  }

  private P open() {
    return reopening
        .orElseThrow(() -> new NotApplicable("no way to open another instance was given"))
        .get();
  }

  private void closeInUse() throws Exception {
    P plugin = open();
    Operation operation = use.apply(plugin);
    Trial expected = operation.on(0).run();
    CountDownLatch busy = new CountDownLatch(Crowd.THREADS);
    CountDownLatch closed = new CountDownLatch(1);
    List<FutureTask<Void>> crowd =
        Crowd.start(
            thread -> {
              try {
                evaluate(plugin, operation, expected, busy, closed);
              } finally {
                busy.countDown();
              }
            });
    busy.await();
    plugin.close();
    closed.countDown();
    Crowd.join(crowd);
    bindAfterwards(plugin, expected);
  }

  private static void evaluate(
      Plugin plugin,
      Operation operation,
      Trial expected,
      CountDownLatch busy,
      CountDownLatch closed) {
    int callsAfter = 0;
    while (callsAfter < CALLS_AFTER && !Thread.currentThread().isInterrupted()) {
      boolean after = closed.getCount() == 0;
      callsAfter += after ? 1 : 0;
      try {
        Trial trial = operation.on(0).run();
        OperationChecks.requireSame(expected, trial, "gives a wrong result while it is closed");
        Violation.unless(
            !after || holdsNothing(plugin),
            "goes on working after close(), where WithdrawnException is due");
      } catch (WithdrawnException e) {
        Violation.unless(
            e.plugin().equals(plugin.name()),
            "says that '%s' is withdrawn, not '%s'",
            e.plugin(),
            plugin.name());
      }
      busy.countDown();
    }
  }

  private void bindAfterwards(P plugin, Trial expected) {
    try {
      Trial trial = use.apply(plugin).on(0).run();
      OperationChecks.requireSame(expected, trial, "gives a wrong result after it was closed");
    } catch (WithdrawnException e) {
      return;
    }
    Violation.unless(
        holdsNothing(plugin),
        "can be bound and used after close(), where WithdrawnException is due");
  }

  /** Whether the plug-in leaves {@code close()} as the api has it: then there is nothing to end. */
  private static boolean holdsNothing(Plugin plugin) {
    try {
      return plugin.getClass().getMethod("close").getDeclaringClass() == Plugin.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private void closeTwice() {
    P plugin = open();
    use.apply(plugin).on(0).run();
    plugin.close();
    plugin.close();
  }
}
