package io.imagepriors.runtime.bench.speed;

/** Something that can be repeated and times itself. Called by one thread at a time. */
@FunctionalInterface
public interface Work {

  /**
   * Does it.
   *
   * @param times how often, at least 1
   * @return the nanoseconds that it took, without what comes before the first and after the last
   */
  long nanos(int times);

  /** Work without anything before or after. */
  static Work of(Clock clock, Runnable once) {
    return times -> {
      long begin = clock.nanos();
      for (int i = 0; i < times; i++) {
        once.run();
      }
      return clock.nanos() - begin;
    };
  }
}
