package io.imagepriors.conformance;

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
