package io.imagepriors.runtime.stream;

import io.imagepriors.api.InvalidInputException;
import java.util.List;

/** Hands results to a sink, and tells pictures that failed from a run that can't succeed. */
final class ResultWriter {
  /** So many pictures that fail while none succeeds mean that the treatment itself is refused. */
  private static final int HOPELESS = 16;

  /** So many results in a row that can't be written mean that none can. */
  private static final int UNWRITABLE = 3;

  private final PictureSink sink;
  private final Tally tally;
  private int refused;
  private int unwritable;

  ResultWriter(PictureSink sink, Tally tally) {
    this.sink = sink;
    this.tally = tally;
  }

  /**
   * Writes results in their order.
   *
   * @throws RuntimeException of the last picture, if there is no hope for others
   */
  void write(List<Result> results) {
    // Pictures must not get lost because a plug-in stops unasked.
    if (results.isEmpty()) {
      throw new IllegalStateException("a restorer stopped although nobody told it to");
    }
    results.forEach(this::write);
  }

  private void write(Result result) {
    try {
      if (result.error().isPresent()) {
        throw result.error().get();
      }
      sink.write(result.picture(), result.restoration().orElseThrow(), result.index());
      tally.finish();
      unwritable = 0;
    } catch (RuntimeException e) {
      fail(result, e);
    }
  }

  private void fail(Result result, RuntimeException error) {
    boolean treated = result.restoration().isPresent();
    unwritable = treated ? unwritable + 1 : 0;
    refused += treated ? 0 : 1;
    if (unwritable == UNWRITABLE || (tally.done() == 0 && refused == HOPELESS)) {
      throw error;
    }
    String reason =
        error instanceof InvalidInputException ? error.getMessage() : "a plug-in failed: " + error;
    sink.fail(result.picture(), reason);
    tally.fail(result.picture().name(), reason);
  }
}
