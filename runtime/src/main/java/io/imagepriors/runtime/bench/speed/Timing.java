package io.imagepriors.runtime.bench.speed;

import io.imagepriors.runtime.bench.Sample;

/**
 * How long one repetition of a job took, round by round.
 *
 * @param job what was timed
 * @param millis one value for each round, in the order of the rounds
 */
public record Timing(Job job, Sample millis) {

  /** Images served in a second, by the median. */
  public double imagesPerSecond() {
    return 1000 * job.images() / millis.median();
  }

  /** Thousand million floating-point operations in a second, by the median; 0 if unknown. */
  public double gigaflops() {
    return job.operations() / (1e6 * millis.median());
  }

  /** The share of a machine's speed that this job reaches, round by round. */
  public Sample shareOf(Timing peak) {
    double[] shares = new double[Math.min(millis.count(), peak.millis.count())];
    for (int i = 0; i < shares.length; i++) {
      double mine = job.operations() / millis.get(i);
      shares[i] = mine / (peak.job.operations() / peak.millis.get(i));
    }
    return Sample.of(shares);
  }
}
