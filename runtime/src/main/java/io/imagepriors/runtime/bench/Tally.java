package io.imagepriors.runtime.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts how things ended, by what they are called. Thread-safe. */
final class Tally {
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

  /** Counts one. */
  void add(String what) {
    counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
  }

  /** How many there were of that. */
  long of(String what) {
    AtomicLong count = counts.get(what);
    return count == null ? 0 : count.get();
  }

  /** All counts, sorted by name. */
  Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((what, count) -> all.put(what, count.get()));
    return all;
  }

  /** The sum of all counts. */
  long total() {
    return counts.values().stream().mapToLong(AtomicLong::get).sum();
  }
}
