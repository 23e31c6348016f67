package io.imagepriors.runtime.bench.speed;

import java.lang.management.ManagementFactory;

/** What time is told by. */
public enum Clock {
  /** The time that passes. */
  WALL {
    @Override
    public long nanos() {
      return System.nanoTime();
    }
  },

  /**
   * The time that the calling thread has been running. On a machine that is busy with other things
   * it says how long work would take alone, but for the caches it has to share; on an idle one it
   * says the same as the other.
   */
  PROCESSOR {
    @Override
    public long nanos() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  };

  /** Nanoseconds since some moment; compare those of one thread. */
  public abstract long nanos();
}
