package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Uncertainty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws codes, then what the decoder can't express, and averages the draws; keeps them, chunk after
 * chunk. One instance serves one restoration.
 */
final class PosteriorSolver implements Solver {
  /** Codes at work at once, those of all chains of a chunk. */
  private static final int CHAINS_AT_ONCE = 256;

  private final LatentSpace space;
  private final LatentSearch search;
  private final ResidualModel residuals;
  private final PosteriorSettings settings;
  private final List<ImageStack> chunks = new ArrayList<>();

  PosteriorSolver(
      LatentSpace space, LatentSearch search, ResidualModel residuals, PosteriorSettings settings) {
    this.space = space;
    this.search = search;
    this.residuals = residuals;
    this.settings = settings;
  }

  @Override
  public int steps() {
    return search.steps() + settings.steps() + 1;
  }

  @Override
  public int chunk() {
    return Math.max(1, Math.min(search.chunk(), CHAINS_AT_ONCE / settings.draws()));
  }

  @Override
  public void solve(Problem problem, Estimates estimates, Course course) {
    search
        .survivors(problem, estimates, course)
        .ifPresent(modes -> sample(problem, modes.candidates(), estimates, course));
  }

  private void sample(Problem problem, Candidates modes, Estimates estimates, Course course) {
    List<SplittableRandom> randoms = randoms(problem.y());
    CodeSampler sampler = new CodeSampler(problem, space, search.blend(problem).scale());
    LangevinChains chains = sampler.chains(sampler.mixtures(modes), randoms);
    for (int step = 0; step < settings.steps(); step++) {
      chains.step();
      if (!course.step("sample", estimates.objective())) {
        return;
      }
    }
    ImageStack draws = chains.decoded();
    int[] owners = IntStream.range(0, draws.count()).map(k -> k / settings.draws()).toArray();
    residuals.draw(Problem.of(problem.y().gather(owners), problem.model()), draws, randoms);
    chunks.add(draws);
    ImageStack means = means(draws);
    double[] objective = problem.likelihood().values(means);
    for (int i = 0; i < objective.length; i++) {
      estimates.replace(i, objective[i], means, i);
    }
    course.step("residual", objective);
  }

  private ImageStack means(ImageStack draws) {
    ImageStack means = ImageStack.zeros(draws.count() / settings.draws(), draws.shape());
    float share = 1f / settings.draws();
    for (int k = 0; k < draws.count(); k++) {
      int to = means.offset(k / settings.draws());
      for (int p = 0, at = draws.offset(k); p < draws.shape().size(); p++) {
        means.pixels()[to + p] += share * draws.pixels()[at + p];
      }
    }
    means.clamp();
    return means;
  }

  /**
   * A source for each draw. It depends on the image alone, and not on where in a stack that lies;
   * yet different images get different noise.
   */
  private List<SplittableRandom> randoms(ImageStack y) {
    List<SplittableRandom> randoms = new ArrayList<>();
    for (int i = 0; i < y.count(); i++) {
      long content = Arrays.hashCode(y.image(i).pixels());
      SplittableRandom source =
          new SplittableRandom(new SplittableRandom(settings.seed()).nextLong() + content);
      for (int k = 0; k < settings.draws(); k++) {
        randoms.add(source.split());
      }
    }
    return randoms;
  }

  /** The draws of all chunks and how far they lie apart. */
  Uncertainty uncertainty() {
    int images = chunks.stream().mapToInt(c -> c.count() / settings.draws()).sum();
    ImageStack first = chunks.get(0);
    List<ImageStack> draws = new ArrayList<>();
    for (int k = 0; k < settings.draws(); k++) {
      draws.add(ImageStack.zeros(images, first.shape()));
    }
    int at = 0;
    for (ImageStack chunk : chunks) {
      for (int k = 0; k < chunk.count(); k++) {
        draws.get(k % settings.draws()).set(at + k / settings.draws(), chunk, k);
      }
      at += chunk.count() / settings.draws();
    }
    return Uncertainty.ofDraws(draws);
  }
}
