package io.imagepriors.runtime.bench.peer;

import io.imagepriors.runtime.bench.Sample;
import io.imagepriors.runtime.bench.speed.Job;
import io.imagepriors.runtime.bench.speed.Timing;

/**
 * The same task on both sides.
 *
 * @param task what is done
 * @param model on which network
 * @param ours our job
 * @param theirs the peer's
 * @param quality what came of it, told when both have been timed
 */
public record Duel(String task, String model, Job ours, Job theirs, Quality quality) {

  /** PSNR in dB of both sides; NaN where nothing is restored. */
  public interface Quality {
    /** Where nothing is restored. */
    Quality NONE =
        new Quality() {
          @Override
          public double ours() {
            return Double.NaN;
          }

          @Override
          public double theirs() {
            return Double.NaN;
          }
        };

    /** Ours. */
    double ours();

    /** The peer's. */
    double theirs();
  }

  /**
   * How often faster ours is, round by round, for the same number of images.
   *
   * @param our the timing of {@link #ours}
   * @param their the timing of {@link #theirs}, taken in turns with it
   */
  public Sample ratio(Timing our, Timing their) {
    double share = (double) ours.images() / theirs.images();
    Sample plain = their.millis().over(our.millis());
    double[] ratios = new double[plain.count()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = share * plain.get(i);
    }
    return Sample.of(ratios);
  }
}
