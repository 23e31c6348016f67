package io.imagepriors.conformance;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.WithdrawnException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * What happens when a plug-in is closed while others use it, and what it leaves behind.
 *
 * @param <P> its kind
 */
final class ClosingChecks<P extends Plugin> {
  private static final int CALLS_AFTER = 1;

  private final String prefix;
  private final Copies<P> copies;
  private final Function<P, Operation> use;
  private final int users;

  /**
   * @param copies gives new instances that the checks close
   * @param use binds an instance; the operation knows at least probe 0
   */
  ClosingChecks(Copies<P> copies, Function<P, Operation> use) {
    this("", copies, use, Crowd.THREADS);
  }

  /**
   * @param prefix what the names of the checks begin with
   * @param users the number of threads that use an instance while it is closed
   */
  ClosingChecks(String prefix, Copies<P> copies, Function<P, Operation> use, int users) {
    this.prefix = prefix;
    this.copies = copies;
    this.use = use;
    this.users = users;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>(closing());
    checks.add(new UnloadingCheck<>(copies, p -> use.apply(p).on(0).run()).check());
    return checks;
  }

  /** Closing alone. */
  List<Check> closing() {
    return List.of(
        new Check(
            prefix + "close",
            "lets running calls end right when closed, and says afterwards that it is withdrawn",
            this::closeInUse),
        new Check(prefix + "close-twice", "can be closed again without harm", this::closeTwice));
  }

  private void closeInUse() throws Exception {
    try (Copy<P> copy = copies.open()) {
      closeInUse(copy.plugin());
    }
  }

  private void closeInUse(P plugin) throws Exception {
    Operation operation = use.apply(plugin);
    Trial expected = operation.on(0).run();
    CountDownLatch busy = new CountDownLatch(users);
    CountDownLatch closed = new CountDownLatch(1);
    List<FutureTask<Void>> crowd =
        Crowd.start(
            users,
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
    try (Copy<P> copy = copies.open()) {
      use.apply(copy.plugin()).on(0).run();
      copy.plugin().close();
      copy.plugin().close();
    }
  }
}
