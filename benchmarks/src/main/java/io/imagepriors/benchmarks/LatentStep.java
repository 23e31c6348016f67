package io.imagepriors.benchmarks;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
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

/** Codes decoded, a data term at the images, and its gradient pulled back to the codes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LatentStep {
  /** A prior on the class path, or a model file. */
  @Param("uniform")
  public String prior;

  /** The damage whose data term it is. */
  @Param("mask:hole=14")
  public String degradation;

  /** Codes at once. */
  @Param({"1", "16", "128"})
  public int batch;

  private LatentSpace space;
  private Energy likelihood;
  private CodeStack codes;
  private CodeStack gradient;
  private ImageStack decoded;
  private ImageStack cotangent;
  private double[] values;

  /** Opens the model. */
  @Setup
  public void open() {
    space = Subjects.prior(prior).latentSpace().orElseThrow();
    likelihood =
        Subjects.degradation(degradation).likelihood(Subjects.images(batch, space.shape()));
    codes = CodeStack.zeros(batch, space.dimension());
    Subjects.fill(codes.values());
    gradient = codes.like();
    decoded = ImageStack.zeros(batch, space.shape());
    cotangent = decoded.like();
    values = new double[batch];
  }

  /** One evaluation. */
  @Benchmark
  public double[] evaluate() {
    space.valueAndGradient(likelihood, codes, values, gradient, decoded, cotangent);
    return values;
  }

  /** The data term alone. */
  @Benchmark
  public double[] dataTerm() {
    likelihood.valueAndGradient(decoded, values, cotangent);
    return values;
  }
}
