package io.imagepriors.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What every function of a stack must fulfil, whatever it computes: it repeats itself to the bit,
 * treats each image alone, reads what it may only read, overwrites what it must, and can be used by
 * many threads.
 */
final class OperationChecks {
  /**
   * How far a stack may differ from its images one by one, relative to the largest value. A library
   * may sum in another order for another batch; a sum of {@code n} float32 terms then moves by
   * about {@code sqrt(n) 2^-24}, 2e-6 for the thousand terms of a wide layer, and cancellation
   * between layers may cost another factor of ten.
   */
  static final double BATCH_TOLERANCE = 2e-5;

  private final String prefix;
  private final int probes;
  private final Supplier<Map<String, Operation>> operations;

  /**
   * @param prefix what the names of the checks begin with
   * @param probes the number of probes that the operations know
   * @param operations binds the plug-in anew and gives its operations by what to call them
   */
  OperationChecks(String prefix, int probes, Supplier<Map<String, Operation>> operations) {
    this.prefix = prefix;
    this.probes = probes;
    this.operations = operations;
  }

  static Map<String, Operation> named(String name, Operation operation) {
    Map<String, Operation> one = new LinkedHashMap<>();
    one.put(name, operation);
    return one;
  }

  List<Check> checks() {
    return List.of(
        new Check(prefix + "finite", "gives finite numbers only", this::finite),
        new Check(
            prefix + "buffers",
            "leaves its inputs as they were and overwrites all of its outputs",
            () -> each(this::buffers)),
        new Check(
            prefix + "repeatable",
            "gives the same bits for the same images, also when bound anew",
            this::repeatable),
        new Check(
            prefix + "batch",
            "gives for a stack what it gives one by one",
            () -> each(this::batch)),
        new Check(
            prefix + "threads",
            "gives to " + Crowd.THREADS + " threads what it gives to one",
            () -> each(this::threads)));
  }

  private interface Examination {
    void of(String name, Operation operation) throws Exception;
  }

  private void each(Examination examination) throws Exception {
    for (Map.Entry<String, Operation> entry : operations.get().entrySet()) {
      examination.of(entry.getKey(), entry.getValue());
    }
  }

  private void finite() throws Exception {
    each(
        (name, operation) -> {
          Trial trial = operation.on(all()).run();
          for (double value : trial.values()) {
            Violation.unless(Double.isFinite(value), "%s gave the value %s", name, value);
          }
          for (float[] written : trial.writes()) {
            for (float value : written) {
              Violation.unless(Float.isFinite(value), "%s wrote %s", name, value);
            }
          }
        });
  }

  private void buffers(String name, Operation operation) {
    Trial clean = operation.on(all()).run();
    Trial dirty = operation.on(all());
    for (float[] written : dirty.writes()) {
      Arrays.fill(written, 12.5f);
    }
    Arrays.fill(dirty.values(), -12.5);
    float[][] before = Arrays.stream(dirty.reads()).map(float[]::clone).toArray(float[][]::new);
    dirty.run();
    for (int i = 0; i < before.length; i++) {
      Violation.unless(Arrays.equals(before[i], dirty.reads()[i]), "%s modified its input", name);
    }
    requireSame(
        clean, dirty, name + " does not overwrite its outputs: what they held before shows");
    for (int i = dirty.count(); i < dirty.values().length; i++) {
      Violation.unless(dirty.values()[i] == -12.5, "%s wrote more values than images", name);
    }
  }

  private void repeatable() {
    Map<String, Operation> first = operations.get();
    Map<String, Operation> second = operations.get();
    first.forEach(
        (name, operation) -> {
          Trial once = operation.on(all()).run();
          requireSame(once, operation.on(all()).run(), name + " is not repeatable");
          Trial anew = second.get(name).on(all()).run();
          requireSame(once, anew, name + " gives other bits when bound anew");
        });
  }

  private void batch(String name, Operation operation) {
    Trial stack = operation.on(all()).run();
    int[] backwards = IntStream.range(0, probes).map(i -> probes - 1 - i).toArray();
    Trial reversed = operation.on(backwards).run();
    for (int i = 0; i < probes; i++) {
      requireClose(stack, i, operation.on(i).run(), 0, name);
      requireClose(stack, i, reversed, probes - 1 - i, name);
    }
  }

  private void threads(String name, Operation operation) throws Exception {
    Trial[] alone = new Trial[probes];
    for (int i = 0; i < probes; i++) {
      alone[i] = operation.on(i).run();
    }
    Crowd.together(
        (thread, round) -> {
          int probe = (thread + round) % probes;
          requireSame(
              alone[probe],
              operation.on(probe).run(),
              name + " gives other results while other threads use it");
        });
  }

  private int[] all() {
    return IntStream.range(0, probes).toArray();
  }

  static void requireSame(Trial expected, Trial actual, String complaint) {
    boolean same = true;
    for (int i = 0; i < expected.count() && expected.values().length > 0; i++) {
      same &= bits(expected.values()[i]) == bits(actual.values()[i]);
    }
    for (int j = 0; j < expected.writes().length; j++) {
      same &= Arrays.equals(expected.writes()[j], actual.writes()[j]);
    }
    Violation.unless(same, "%s", complaint);
  }

  private static void requireClose(Trial a, int i, Trial b, int k, String name) {
    if (a.values().length > 0) {
      double x = a.values()[i];
      double y = b.values()[k];
      double scale = Arrays.stream(a.values()).limit(a.count()).map(Math::abs).max().orElse(0);
      Violation.unless(
          Math.abs(x - y) <= BATCH_TOLERANCE * scale,
          "%s gives image %d the value %s in a stack and %s otherwise",
          name,
          i,
          x,
          y);
    }
    for (int j = 0; j < a.writes().length; j++) {
      double distance = distance(part(a, j, i), part(b, j, k));
      Violation.unless(
          distance <= BATCH_TOLERANCE,
          "%s gives image %d in a stack another result than otherwise (differs by %.2g of the"
              + " largest value)",
          name,
          i,
          distance);
    }
  }

  private static float[] part(Trial trial, int buffer, int index) {
    float[] whole = trial.writes()[buffer];
    int size = whole.length / trial.count();
    return Arrays.copyOfRange(whole, index * size, (index + 1) * size);
  }

  /** The largest difference, over the largest value; infinite where one is not a number. */
  private static double distance(float[] a, float[] b) {
    double difference = 0;
    double scale = 0;
    for (int i = 0; i < a.length; i++) {
      difference = Math.max(difference, Math.abs((double) a[i] - b[i]));
      scale = Math.max(scale, Math.max(Math.abs(a[i]), Math.abs(b[i])));
    }
    if (difference == 0) {
      return 0;
    }
    return Double.isFinite(difference) ? difference / scale : Double.POSITIVE_INFINITY;
  }

  private static long bits(double value) {
    return Double.doubleToLongBits(value);
  }
}
