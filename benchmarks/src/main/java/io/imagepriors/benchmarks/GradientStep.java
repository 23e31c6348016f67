package io.imagepriors.benchmarks;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.PriorModel;
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

/** Energy and gradient of a stack of images. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GradientStep {
  /** A prior on the class path, or a model file. */
  @Param("uniform")
  public String prior;

  /** Images at once. */
  @Param({"1", "16", "128"})
  public int batch;

  private PriorModel model;
  private ImageStack x;
  private ImageStack gradient;
  private double[] values;

  /** Opens the model. */
  @Setup
  public void open() {
    model = Subjects.prior(prior);
    x = Subjects.images(batch, model.shape());
    gradient = x.like();
    values = new double[batch];
  }

  /** One evaluation. */
  @Benchmark
  public double[] evaluate() {
    model.valueAndGradient(x, values, gradient);
    return values;
  }
}
