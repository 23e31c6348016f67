package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Chains whose points are, in the long run, draws of a posterior: the Metropolis-adjusted Langevin
 * algorithm (Roberts and Tweedie, doi:10.2307/3318418), with the precision {@code L Lᵀ} of a bell
 * as each chain's metric. From {@code u} it proposes
 *
 * <pre>{@code u' = u + h²/2 (L Lᵀ)⁻¹ g(u) + h L⁻ᵀ w,}</pre>
 *
 * {@code g} the gradient of {@code log p} and {@code w} white noise, and accepts with probability
 * {@code min(1, p(u') q(u|u') / (p(u) q(u'|u)))}. One source of randomness for each chain.
 */
final class LangevinChains {
  /**
   * Less than {@code 1.65 d^(-1/6)}, the best for Gaussians (Roberts and Rosenthal,
   * doi:10.1111/1467-9868.00123): posteriors of codes bend.
   */
  private static final double STEP = 0.7;

  private final LatentPosterior posterior;
  private final List<Bell> metrics;
  private final List<? extends RandomGenerator> randoms;
  private final double[][] points;
  private final double[][] gradients;
  private final double[] densities;

  /**
   * @param points where the chains start; moved
   */
  LangevinChains(
      LatentPosterior posterior,
      double[][] points,
      List<Bell> metrics,
      List<? extends RandomGenerator> randoms) {
    this.posterior = posterior;
    this.metrics = metrics;
    this.randoms = randoms;
    this.points = points;
    this.gradients = new double[points.length][points[0].length];
    this.densities = posterior.logDensity(points, gradients);
  }

  /** Moves every chain by one step. */
  void step() {
    double[][] proposals = new double[points.length][];
    double[] forward = new double[points.length];
    for (int k = 0; k < points.length; k++) {
      double[] white = white(k);
      proposals[k] = drifted(k, points[k], gradients[k]);
      double[] noise = metrics.get(k).precision().solveTransposed(white);
      for (int j = 0; j < noise.length; j++) {
        proposals[k][j] += STEP * noise[j];
        forward[k] -= white[j] * white[j] / 2;
      }
    }
    accept(proposals, forward);
  }

  private void accept(double[][] proposals, double[] forward) {
    double[][] pulls = new double[points.length][points[0].length];
    double[] reached = posterior.logDensity(proposals, pulls);
    for (int k = 0; k < points.length; k++) {
      double backward = logProposal(k, proposals[k], pulls[k], points[k]);
      double ratio = reached[k] - densities[k] + backward - forward[k];
      // A ratio that is not a number refuses, since no comparison with it holds.
      if (Math.log(randoms.get(k).nextDouble()) < ratio) {
        points[k] = proposals[k];
        gradients[k] = pulls[k];
        densities[k] = reached[k];
      }
    }
  }

  /** The codes of the points where the chains are, one coordinate after the other. */
  DoubleStream codes() {
    return Arrays.stream(points).flatMapToDouble(Arrays::stream).map(u -> 1 / (1 + Math.exp(-u)));
  }

  /** The images of the points where the chains are, as a new stack. */
  ImageStack decoded() {
    posterior.logDensity(points);
    return posterior.decoded().copy();
  }

  private double[] white(int chain) {
    double[] white = new double[points[chain].length];
    for (int j = 0; j < white.length; j++) {
      white[j] = randoms.get(chain).nextGaussian();
    }
    return white;
  }

  private double[] drifted(int chain, double[] from, double[] gradient) {
    Cholesky precision = metrics.get(chain).precision();
    double[] drift = precision.solveTransposed(precision.solveLower(gradient));
    for (int j = 0; j < drift.length; j++) {
      drift[j] = from[j] + STEP * STEP / 2 * drift[j];
    }
    return drift;
  }

  private double logProposal(int chain, double[] from, double[] gradient, double[] to) {
    double[] offset = drifted(chain, from, gradient);
    for (int j = 0; j < offset.length; j++) {
      offset[j] -= to[j];
    }
    double squared = 0;
    for (double v : metrics.get(chain).precision().transposedTimes(offset)) {
      squared += v * v;
    }
    return -squared / (2 * STEP * STEP);
  }
}
