package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.LatentSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws codes from {@link LatentPosterior}, a fixed number for each image. The modes that a search
 * has found become a {@link LaplaceMixture}; points drawn from it are drawn again by their
 * importance weights (Rubin's sampling importance resampling), which tells modes' weights apart and
 * forgives a mode that was found twice; {@link LangevinChains} from there mend what is left of the
 * mixture's error.
 */
final class CodeSampler {
  /** Newton steps from where a search has ended to the mode. */
  private static final int CLIMBS = 4;

  /** Each is shorter than the one before, in case that overshot. */
  private static final double SHORTER = 0.7;

  /** Points of the mixture for each draw. */
  private static final int POOL = 8;

  private final Problem problem;
  private final LatentSpace space;
  private final double weight;

  CodeSampler(Problem problem, LatentSpace space, double weight) {
    this.problem = problem;
    this.space = space;
    this.weight = weight;
  }

  /** The posterior near the candidates of each image, in the order of the images. */
  List<LaplaceMixture> mixtures(Candidates candidates) {
    int[] owners = IntStream.range(0, candidates.count()).map(candidates::owner).toArray();
    LatentPosterior posterior = new LatentPosterior(problem, space, owners, weight);
    double[][] modes = logits(candidates.codes());
    double[] densities = climb(posterior, modes);
    double[][][] curvatures = posterior.curvature(modes);
    List<List<Bell>> bells = new ArrayList<>();
    for (int i = 0; i < problem.count(); i++) {
      bells.add(new ArrayList<>());
    }
    for (int k = 0; k < owners.length; k++) {
      bells.get(owners[k]).add(Bell.of(modes[k], densities[k], curvatures[k]));
    }
    return bells.stream().map(LaplaceMixture::new).toList();
  }

  /** Takes Newton steps, of which only those that lead upwards count. */
  private static double[] climb(LatentPosterior posterior, double[][] points) {
    double[][] gradients = new double[points.length][points[0].length];
    double[] densities = posterior.logDensity(points, gradients);
    double length = 1;
    for (int step = 0; step < CLIMBS; step++) {
      double[][][] curvatures = posterior.curvature(points);
      double[][] proposals = new double[points.length][];
      for (int k = 0; k < points.length; k++) {
        proposals[k] = newton(points[k], gradients[k], curvatures[k], length);
      }
      double[][] pulls = new double[points.length][points[0].length];
      double[] reached = posterior.logDensity(proposals, pulls);
      for (int k = 0; k < points.length; k++) {
        if (reached[k] > densities[k]) {
          points[k] = proposals[k];
          gradients[k] = pulls[k];
          densities[k] = reached[k];
        }
      }
      length *= SHORTER;
    }
    return densities;
  }

  private static double[] newton(
      double[] from, double[] gradient, double[][] curvature, double length) {
    Cholesky factor = Cholesky.of(curvature, Double.MIN_NORMAL);
    double[] step = factor.solveTransposed(factor.solveLower(gradient));
    for (int j = 0; j < step.length; j++) {
      step[j] = from[j] + length * step[j];
    }
    return step;
  }

  /**
   * Chains that start at draws of the mixtures, {@code randoms.size() / images} for each image.
   *
   * @param randoms one source for each chain; chains of an image lie side by side
   */
  LangevinChains chains(List<LaplaceMixture> mixtures, List<? extends RandomGenerator> randoms) {
    int draws = randoms.size() / mixtures.size();
    List<double[]> starts = new ArrayList<>();
    List<Bell> metrics = new ArrayList<>();
    for (int i = 0; i < mixtures.size(); i++) {
      resample(i, mixtures.get(i), randoms.subList(i * draws, (i + 1) * draws), starts, metrics);
    }
    int[] owners = IntStream.range(0, randoms.size()).map(k -> k / draws).toArray();
    return new LangevinChains(
        new LatentPosterior(problem, space, owners, weight),
        starts.toArray(new double[0][]),
        metrics,
        randoms);
  }

  /** Draws a pool from one image's mixture and adds, for each source, one of it by its weight. */
  private void resample(
      int image,
      LaplaceMixture mixture,
      List<? extends RandomGenerator> randoms,
      List<double[]> starts,
      List<Bell> origins) {
    int[] owners = new int[randoms.size() * POOL];
    Arrays.fill(owners, image);
    Bell[] bells = new Bell[owners.length];
    double[][] pool = new double[owners.length][];
    for (int k = 0; k < pool.length; k++) {
      bells[k] = mixture.draw(randoms.get(k / POOL));
      pool[k] = bells[k].draw(randoms.get(k / POOL));
    }
    double[] logWeights = new LatentPosterior(problem, space, owners, weight).logDensity(pool);
    for (int k = 0; k < pool.length; k++) {
      logWeights[k] -= mixture.logDensity(pool[k]);
    }
    double[] weights = Weights.ofLogarithms(logWeights);
    double offset = randoms.get(0).nextDouble();
    for (int k = 0; k < randoms.size(); k++) {
      int chosen = Weights.draw(weights, (k + offset) / randoms.size());
      starts.add(pool[chosen].clone());
      origins.add(bells[chosen]);
    }
  }

  private static double[][] logits(CodeStack codes) {
    float[] flat = codes.copy().values();
    Logits.ofCodes(codes.values(), flat);
    double[][] points = new double[codes.count()][codes.dimension()];
    for (int k = 0; k < flat.length; k++) {
      points[k / codes.dimension()][k % codes.dimension()] = flat[k];
    }
    return points;
  }
}
