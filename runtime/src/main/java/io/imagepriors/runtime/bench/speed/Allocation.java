package io.imagepriors.runtime.bench.speed;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** How much of Java's heap work takes, on the calling thread. */
public final class Allocation {
  private static final int FEW = 2;
  private static final int MANY = 66;

  private Allocation() {}

  /**
   * Bytes of one repetition, without what work needs once.
   *
   * @param work done on the calling thread, and warm
   * @return empty where the JVM does not count
   */
  public static OptionalLong bytes(Work work) {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
        || !threads.isThreadAllocatedMemorySupported()) {
      return OptionalLong.empty();
    }
    long few = bytes(threads, work, FEW);
    long many = bytes(threads, work, MANY);
    return OptionalLong.of(Math.max(0, (many - few) / (MANY - FEW)));
  }

  private static long bytes(ThreadMXBean threads, Work work, int times) {
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    work.nanos(times);
    return threads.getThreadAllocatedBytes(thread) - before;
  }
}
