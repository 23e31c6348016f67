package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.ImageStack;
import java.util.List;
import java.util.Optional;

/**
 * A row with what is behind it.
 *
 * @param row the figures
 * @param degraded what was restored, of the first seed
 * @param before figures of each input image, means over the seeds
 * @param after figures of each restored image, means over the seeds
 * @param restored the first restored images of the first seed, at most {@link #SHOWN}, in the order
 *     of the clean ones; empty if the row was taken from a {@link Journal}, which keeps none
 */
public record Result(
    Row row, Degraded degraded, Figures before, Figures after, Optional<ImageStack> restored) {
  /** The most restored images that are kept to be shown. */
  public static final int SHOWN = 16;

  /** What the input's own row is called. */
  public static final String INPUT = "input";

  /** The input, as if it were a method that does nothing, to compare others with. */
  public Result input() {
    Row own = new Row(Optional.empty(), row.degradation(), INPUT, row.input(), row.input(), 0);
    return new Result(own, degraded, before, before, Optional.empty());
  }

  /** The result of one method against one degradation; lists are by seed. */
  static Result of(Method method, List<Task> tasks, List<Finished> finished) {
    List<Figures> before = tasks.stream().map(Task::input).toList();
    List<Figures> after = finished.stream().map(Finished::figures).toList();
    double seconds = finished.stream().mapToDouble(Finished::seconds).average().orElseThrow();
    Degraded first = tasks.get(0).degraded();
    Row row =
        new Row(
            method.prior(),
            first.label(),
            method.restorer(),
            Scores.of(before),
            Scores.of(after),
            seconds);
    return new Result(
        row, first, Figures.mean(before), Figures.mean(after), finished.get(0).shown());
  }
}
