package io.imagepriors.conformance;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One call under test, made ready: buffers that it must only read, buffers that it must overwrite,
 * and the call itself. Used by one thread.
 *
 * @see Operation
 */
final class Trial {
  private final int count;
  private final float[][] reads;
  private final float[][] writes;
  private final double[] values;
  private final Runnable call;

  /**
   * @param count the number of images or codes it works on
   * @param reads what the call may only read
   * @param writes what the call must overwrite, {@code count} equal parts each
   * @param values where the call must write {@code count} numbers, and nothing behind them; empty
   *     if it writes none
   */
  Trial(int count, float[][] reads, float[][] writes, double[] values, Runnable call) {
    this.count = count;
    this.reads = reads;
    this.writes = writes;
    this.values = values;
    this.call = call;
  }

  Trial(int count, float[][] reads, float[][] writes, Runnable call) {
    this(count, reads, writes, new double[0], call);
  }

  /** Makes the call. */
  Trial run() {
    call.run();
    return this;
  }

  /** This one and then another of as many images or codes, as one. */
  Trial then(Trial next) {
    return new Trial(
        count,
        concat(reads, next.reads),
        concat(writes, next.writes),
        values.length > 0 ? values : next.values,
        () -> {
          call.run();
          next.call.run();
        });
  }

  private static float[][] concat(float[][] a, float[][] b) {
    return Stream.concat(Arrays.stream(a), Arrays.stream(b)).toArray(float[][]::new);
  }

  int count() {
    return count;
  }

  float[][] reads() {
    return reads;
  }

  float[][] writes() {
    return writes;
  }

  double[] values() {
    return values;
  }
}
