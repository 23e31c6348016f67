package io.imagepriors.runtime.command.restoration;

import io.imagepriors.runtime.stream.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The answer of the command about many pictures, in the order of its JSON.
 *
 * @param prior left out where there is none
 * @param pictures found
 * @param restored by this run
 * @param before restored by earlier runs
 * @param failed tried in vain
 * @param left not reached, because the run was stopped
 * @param failures the first of {@code failed}
 * @param skipped files that are no pictures
 * @param skippedFiles the first of them
 */
record ManyAnswer(
    String prior,
    String degradation,
    String restorer,
    long pictures,
    long restored,
    long before,
    long failed,
    long left,
    List<Tally.Failure> failures,
    long skipped,
    List<String> skippedFiles,
    double seconds,
    double imagesPerSecond,
    String out) {
  private static final int MOST_SHOWN = 20;

  static ManyAnswer of(Restoring restoring, Tally tally, double seconds, Path out) {
    return new ManyAnswer(
        restoring.method().prior().orElse(null),
        restoring.degradationLabel(),
        restoring.method().restorer(),
        tally.pictures(),
        tally.done(),
        tally.there(),
        tally.failed(),
        tally.left(),
        tally.failures(),
        tally.skipped(),
        tally.skippedNames(),
        seconds,
        tally.done() / seconds,
        out.toString());
  }

  /** The answer for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String with = prior == null ? "" : " with " + prior;
    lines.add(pictures + " pictures: " + degradation + ", restored by " + restorer + with);
    StringBuilder counts = new StringBuilder("restored " + restored);
    counts.append(before > 0 ? ", by earlier runs " + before : "");
    counts.append(failed > 0 ? ", failed " + failed : "");
    counts.append(left > 0 ? ", left for the next run " + left : "");
    lines.add(
        counts + String.format(Locale.ROOT, "; %.1f s, %.0f images/s", seconds, imagesPerSecond));
    named(lines, "failed: ", failures.stream().map(ManyAnswer::text).toList(), failed);
    named(lines, "skipped, no PNG or JPEG: ", skippedFiles, skipped);
    lines.add("written: " + out);
    return lines;
  }

  private static String text(Tally.Failure failure) {
    return failure.picture() + ": " + failure.reason();
  }

  private static void named(List<String> lines, String title, List<String> some, long all) {
    some.stream().limit(MOST_SHOWN).forEach(name -> lines.add(title + name));
    if (all > MOST_SHOWN) {
      lines.add(title + "and " + (all - MOST_SHOWN) + " more; --json names " + some.size());
    }
  }
}
