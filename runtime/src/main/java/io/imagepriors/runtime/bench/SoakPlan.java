package io.imagepriors.runtime.bench;

import java.util.concurrent.TimeUnit;

/**
 * How long and how hard to soak.
 *
 * @param cycles lives of plug-ins, from 1
 * @param minutes no cycle begins after that time
 * @param threads that restore
 * @param seed of everything random
 */
public record SoakPlan(long cycles, long minutes, int threads, long seed) {
  private static final long LONGEST_STAGE = 1000;
  private static final long STAGES = 5;

  long nanos() {
    return TimeUnit.MINUTES.toNanos(minutes);
  }

  /** The number of cycles after which everything is stopped and memory measured. */
  long stage() {
    return Math.max(1, Math.min(LONGEST_STAGE, cycles / STAGES));
  }
}
