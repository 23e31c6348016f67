package io.imagepriors.benchmarks;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What happened to images, and its adjoint, on 128 of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Operators {
  private static final int BATCH = 128;

  /** The operator. */
  @Param({
    "blur:gaussian=1.5",
    "blur:motion=7",
    "downsample:factor=2",
    "mask:hole=14",
    "compressed-sensing:measurements=196"
  })
  public String degradation;

  private ForwardModel model;
  private ImageStack x;
  private ImageStack y;
  private ImageStack gradient;

  /** Makes room. */
  @Setup
  public void open() {
    model = Subjects.degradation(degradation);
    x = Subjects.images(BATCH, model.clean());
    y = Subjects.images(BATCH, model.degraded());
    gradient = x.like();
  }

  /** {@code A(x)}. */
  @Benchmark
  public ImageStack apply() {
    model.apply(x, y);
    return y;
  }

  /** {@code Aᵀ y}. */
  @Benchmark
  public ImageStack adjoint() {
    model.adjoint(x, y, gradient);
    return gradient;
  }
}
