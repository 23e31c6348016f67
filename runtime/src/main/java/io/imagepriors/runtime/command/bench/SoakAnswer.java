package io.imagepriors.runtime.command.bench;

import io.imagepriors.runtime.bench.Restorations;
import io.imagepriors.runtime.bench.SoakReport;
import io.imagepriors.runtime.bench.SoakReport.Mark;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A soak's report for people, and as the document of {@code --json}.
 *
 * @param flawless whether nothing happened that should not
 * @param loadersLeft class loaders that outlive their bundle
 * @param bundlesLeft bundles of files that have been deleted
 * @param residentRatio resident memory in the end over that after the first stage; null if unknown
 * @param heapRatio heap in the end over that after the first stage; null if unknown
 * @param report all that was counted and measured
 */
record SoakAnswer(
    boolean flawless,
    int loadersLeft,
    int bundlesLeft,
    Double residentRatio,
    Double heapRatio,
    SoakReport report) {
  private static final double MIB = 1 << 20;

  static SoakAnswer of(SoakReport report) {
    return new SoakAnswer(
        report.isFlawless(),
        report.loadersLeft(),
        report.bundlesLeft(),
        boxed(report.residentRatio()),
        boxed(report.heapRatio()),
        report);
  }

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%d cycles in %.0f s, %d threads, seed %d, machine's load before %.1f%n",
        report.cycles(),
        report.seconds(),
        report.plan().threads(),
        report.plan().seed(),
        report.loadBefore());
    Restorations restorations = report.restorations();
    print(out, "restorations, right", restorations.right());
    print(out, "  withdrawn, with a best estimate", restorations.withdrawn());
    print(out, "  withdrawn before there was one", restorations.withdrawnAtStart());
    print(out, "  not begun: unknown name", restorations.unknownName());
    print(out, "wrong results", restorations.wrong());
    print(out, "undocumented errors", restorations.undocumented());
    print(out, "steps of cycles that failed", report.failures());
    print(out, "class loaders of bundles", report.loaders());
    print(out, "  left over", loadersLeft);
    print(out, "bundles left over", bundlesLeft);
    report.marks().forEach(mark -> print(out, mark));
    if (heapRatio != null) {
      String resident = residentRatio == null ? "" : ratio("resident", residentRatio) + ", ";
      out.println("last to first: " + resident + ratio("heap", heapRatio));
    }
    out.println(flawless ? "nothing went wrong" : "something went wrong");
  }

  private static void print(PrintStream out, Mark mark) {
    String resident = mark.resident() < 0 ? "" : mebibytes("resident", mark.resident()) + ", ";
    out.println("after " + mark.cycles() + ": " + resident + mebibytes("heap", mark.heap()));
  }

  private static void print(PrintStream out, String label, Map<String, Long> counts) {
    print(out, label, counts.values().stream().mapToLong(Long::longValue).sum());
    counts.forEach((what, count) -> out.println("  " + count + " x " + what));
  }

  private static void print(PrintStream out, String label, long count) {
    out.printf(Locale.ROOT, "%-34s%12d%n", label, count);
  }

  private static String mebibytes(String what, long bytes) {
    return String.format(Locale.ROOT, "%s %.1f MiB", what, bytes / MIB);
  }

  private static String ratio(String what, double value) {
    return String.format(Locale.ROOT, "%s %.3f", what, value);
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
