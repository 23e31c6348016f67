package io.imagepriors.runtime.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a soak found.
 *
 * @param plan what was asked for
 * @param cycles lives of plug-ins that were lived to their end
 * @param seconds it took
 * @param loadBefore the machine's load before, a mean over a minute; below 0 where unknown
 * @param failures steps of cycles that had no effect or broke, counted by what was said
 * @param restorations how they ended
 * @param loaders class loaders of bundles that were seen
 * @param marks what was measured after each stage, with nothing running
 */
public record SoakReport(
    SoakPlan plan,
    long cycles,
    double seconds,
    double loadBefore,
    Map<String, Long> failures,
    Restorations restorations,
    long loaders,
    List<Mark> marks) {

  /**
   * A measurement with nothing running, after garbage collection.
   *
   * @param cycles lived until then
   * @param loadersLeft class loaders that outlive their bundle
   * @param bundlesLeft bundles of files that have been deleted
   * @param heap bytes in use
   * @param resident bytes of the process; below 0 where the system does not tell
   */
  public record Mark(long cycles, int loadersLeft, int bundlesLeft, long heap, long resident) {}

  /** Copies the lists. */
  public SoakReport {
    failures = Map.copyOf(failures);
    marks = List.copyOf(marks);
  }

  /** Resident memory after the last stage over that after the first; empty where unknown. */
  public OptionalDouble residentRatio() {
    return marks.size() < 2 || first().resident() < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) last().resident() / first().resident());
  }

  /** Heap in use after the last stage over that after the first; empty if there was but one. */
  public OptionalDouble heapRatio() {
    return marks.size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) last().heap() / first().heap());
  }

  /** Class loaders that outlived their bundle in the end. */
  public int loadersLeft() {
    return marks.isEmpty() ? 0 : last().loadersLeft();
  }

  /** Bundles whose file had been deleted, in the end. */
  public int bundlesLeft() {
    return marks.isEmpty() ? 0 : last().bundlesLeft();
  }

  /** Whether nothing happened that should not; memory is for people to judge. */
  public boolean isFlawless() {
    return restorations.isFlawless()
        && failures.isEmpty()
        && loadersLeft() == 0
        && bundlesLeft() == 0;
  }

  private Mark first() {
    return marks.get(0);
  }

  private Mark last() {
    return marks.get(marks.size() - 1);
  }
}
