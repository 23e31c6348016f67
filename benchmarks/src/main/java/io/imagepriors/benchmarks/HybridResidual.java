package io.imagepriors.benchmarks;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.Restorer;
import io.imagepriors.catalog.Kind;
import java.util.Map;
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

/**
 * The end of {@code hybrid}: what the decoder can't express, by conjugate gradients. The search
 * before it is cut to one code and no step, and stands beside it as what to subtract.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HybridResidual {
  private static final Map<String, String> NO_SEARCH =
      Map.of(
          "pool", "1", "starts", "1", "survivors", "1", "search-steps", "0", "refine-steps", "0");

  /** The damage. */
  @Param({"gaussian-noise:sigma=0.25", "mask:hole=14", "blur:gaussian=1.5"})
  public String degradation;

  /** Images at once. */
  @Param({"1", "16"})
  public int batch;

  private PriorModel prior;
  private ForwardModel model;
  private ImageStack y;

  /** Opens the model. */
  @Setup
  public void open() {
    prior = Subjects.prior("uniform");
    model = Subjects.degradation(degradation);
    y = Subjects.images(batch, model.degraded());
  }

  /** One decoded code for each image, then the residual. */
  @Benchmark
  public Restoration withResidual() {
    return restore("hybrid");
  }

  /** One decoded code for each image. */
  @Benchmark
  public Restoration without() {
    return restore("latent-map");
  }

  private Restoration restore(String name) {
    Restorer restorer = Subjects.CATALOG.get(Kind.RESTORER, name).plugin();
    Parameters parameters = restorer.descriptor().defaults().with(NO_SEARCH);
    return restorer.restore(y, model, prior, parameters, Monitor.none());
  }
}
