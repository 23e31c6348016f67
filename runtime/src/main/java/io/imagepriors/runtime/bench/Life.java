package io.imagepriors.runtime.bench;

import io.imagepriors.api.Plugin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * One cycle: a probe is installed; it is updated to a new version under the same name and
 * refreshed, in either order; and it is removed. Each step is waited for.
 */
final class Life {
  private static final int SHARED_REFRESHES = 16;
  private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final String READERS = "io.imagepriors.autoencoder";
  private static final String RESTORERS = "io.imagepriors.restoration-tasks";

  /** The steps of a cycle. */
  enum Step {
    INSTALL,
    UPDATE,
    REFRESH,
    REMOVE
  }

  private final TrialPlatform platform;
  private final Probe probe;
  private final SplittableRandom random;
  private final AtomicLong serials;
  private long serial;

  /**
   * A life that is yet to be lived.
   *
   * @param random decides the order of steps, the versions, and how long each state lasts
   * @param serials gives each file a number of its own
   */
  Life(TrialPlatform platform, Probe probe, SplittableRandom random, AtomicLong serials) {
    this.platform = platform;
    this.probe = probe;
    this.random = random;
    this.serials = serials;
  }

  /**
   * Goes through all steps.
   *
   * @throws IllegalStateException if a step had no effect within a minute
   */
  void run() throws InterruptedException, IOException {
    List<Step> steps = new ArrayList<>(List.of(Step.UPDATE, Step.REFRESH));
    if (random.nextBoolean()) {
      steps.add(steps.remove(0));
    }
    steps.add(0, Step.INSTALL);
    steps.add(Step.REMOVE);
    for (Step step : steps) {
      take(step);
      LockSupport.parkNanos(random.nextLong(LONGEST_REST_NANOS));
    }
  }

  private void take(Step step) throws InterruptedException, IOException {
    switch (step) {
      case INSTALL, UPDATE -> drop();
      case REFRESH -> refresh();
      case REMOVE -> {
        platform.delete(probe.file());
        await(step, () -> platform.find(probe.kind(), probe.name()).isEmpty());
      }
    }
  }

  private void drop() throws InterruptedException {
    serial = serials.incrementAndGet();
    platform.drop(probe.file(), probe.content(serial, random.nextInt(probe.flavours())));
    await(Step.UPDATE, () -> probe.serves(platform, serial));
  }

  /** Now and then, something shared is refreshed instead, with all that rests on it. */
  private void refresh() throws InterruptedException, IOException {
    Optional<? extends Plugin> before = platform.find(probe.kind(), probe.name());
    boolean shared = random.nextInt(SHARED_REFRESHES) == 0;
    if (shared && probe.isBundle()) {
      platform.refresh(RESTORERS);
      return;
    }
    if (probe.isBundle()) {
      platform.refresh(ProbeJar.symbolicName(probe.name()));
    } else if (shared) {
      platform.refresh(READERS);
    } else {
      platform.touch(probe.file());
    }
    await(
        Step.REFRESH,
        () ->
            probe.serves(platform, serial)
                && !platform.find(probe.kind(), probe.name()).equals(before));
  }

  private void await(Step step, java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    if (!platform.await(condition)) {
      String state = platform.state(probe.file(), ProbeJar.symbolicName(probe.name()));
      throw new IllegalStateException(probe.name() + ": " + step + " had no effect: " + state);
    }
  }
}
