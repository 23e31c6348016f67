package io.imagepriors.it;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** What a running platform could not plug in, as {@code list --problems} shows it. */
final class Problems {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);
  private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final RunningPlatform platform;

  Problems(RunningPlatform platform) {
    this.platform = platform;
  }

  /** The reason that is given for a file, awaited. */
  String await(Path file) throws Exception {
    return awaitThat(problems -> problems.containsKey(file.toString())).get(file.toString());
  }

  /** Waits until a file has no problem. */
  void awaitNone(Path file) throws Exception {
    awaitThat(problems -> !problems.containsKey(file.toString()));
  }

  private Map<String, String> awaitThat(Predicate<Map<String, String>> wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    Map<String, String> problems = all();
    while (!wanted.test(problems)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not as awaited: " + problems);
      }
      LockSupport.parkNanos(GLANCE_NANOS);
      problems = all();
    }
    return problems;
  }

  /** By file. */
  private Map<String, String> all() {
    Map<String, String> problems = new TreeMap<>();
    platform.catalog().problems().forEach(p -> problems.put(p.source(), p.reason()));
    return problems;
  }
}
