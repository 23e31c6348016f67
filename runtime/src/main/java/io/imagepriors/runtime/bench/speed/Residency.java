package io.imagepriors.runtime.bench.speed;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Progress;
import io.imagepriors.runtime.bench.Memory;
import io.imagepriors.runtime.bench.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Memory of this process while it restores without pause: looked at by one thread while another, or
 * a team, restores.
 *
 * @param restorations stacks restored
 * @param seconds how long
 * @param resident resident memory in MiB, ten times a second
 * @param heap Java's heap in use in MiB, at the same moments
 */
public record Residency(long restorations, double seconds, Sample resident, Sample heap) {
  private static final double MIB = 1 << 20;
  private static final long GLANCE_MILLIS = 100;

  /**
   * Restores and looks.
   *
   * @param monitor told at each look, and able to stop
   */
  public static Residency watch(Work work, double seconds, Monitor monitor)
      throws InterruptedException {
    AtomicLong restorations = new AtomicLong();
    AtomicBoolean enough = new AtomicBoolean();
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    Thread restoring =
        new Thread(
            () -> {
              try {
                while (!enough.get()) {
                  work.nanos(1);
                  restorations.incrementAndGet();
                }
              } catch (RuntimeException e) {
                failure.set(e);
              }
            },
            "bench memory");
    restoring.setDaemon(true);
    restoring.start();
    List<double[]> looks = look(restoring, seconds, monitor);
    enough.set(true);
    restoring.join();
    if (failure.get() != null) {
      throw failure.get();
    }
    return new Residency(
        restorations.get(),
        looks.size() * GLANCE_MILLIS / 1000.0,
        Sample.of(looks.stream().mapToDouble(look -> look[0]).toArray()),
        Sample.of(looks.stream().mapToDouble(look -> look[1]).toArray()));
  }

  private static List<double[]> look(Thread restoring, double seconds, Monitor monitor)
      throws InterruptedException {
    List<double[]> looks = new ArrayList<>();
    long begin = System.nanoTime();
    long length = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    long passed = 0;
    do {
      restoring.join(GLANCE_MILLIS);
      looks.add(new double[] {Memory.resident().orElse(0) / MIB, Memory.heap() / MIB});
      passed = System.nanoTime() - begin;
    } while (passed < length
        && restoring.isAlive()
        && monitor.proceed(new Progress("restoring", passed / 1000, length / 1000, Double.NaN, 0)));
    return looks;
  }
}
