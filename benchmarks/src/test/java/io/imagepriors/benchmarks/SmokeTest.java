package io.imagepriors.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, for a moment and in this process; its figures mean nothing. */
class SmokeTest {

  @Test
  void should_run_every_benchmark() throws Exception {
    // given
    Options moment =
        new OptionsBuilder()
            .include("io.imagepriors")
            .param("batch", "2")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(1))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    // when
    Collection<RunResult> results = new Runner(moment).run();

    // then
    assertThat(results)
        .extracting(result -> result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.)", "$1"))
        .contains(
            "GradientStep.evaluate",
            "LatentStep.evaluate",
            "LatentStep.dataTerm",
            "Operators.apply",
            "Operators.adjoint",
            "HybridResidual.withResidual",
            "GuardedCall.guarded");
    assertThat(results).allSatisfy(result -> assertThat(score(result)).isPositive());
  }

  private static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }
}
