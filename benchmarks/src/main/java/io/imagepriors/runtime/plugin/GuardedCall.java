package io.imagepriors.runtime.plugin;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Shape;
import io.imagepriors.catalog.ClassPathCatalog;
import io.imagepriors.catalog.Kind;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the guard around a plug-in adds to a call that does nothing. In this package because the
 * guard is nobody's business outside.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GuardedCall {
  private final Guard guard = new Guard();
  private ForwardModel plain;
  private ForwardModel guarded;

  /** Binds a mask, once with and once without a guard. */
  @Setup
  public void bind() {
    Degradation mask = ClassPathCatalog.load().get(Kind.DEGRADATION, "mask").plugin();
    Shape shape = Shape.grey(28, 28);
    plain = mask.bind(shape, mask.descriptor().defaults());
    guarded = ((Degradation) guard.guard(mask)).bind(shape, mask.descriptor().defaults());
  }

  /** A call as it is. */
  @Benchmark
  public double plain() {
    return plain.sigma();
  }

  /** A call through the guard. */
  @Benchmark
  public double guarded() {
    return guarded.sigma();
  }

  /** Ends the guard. */
  @TearDown
  public void close() {
    guard.close();
  }
}
