package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import java.util.Optional;

/**
 * Searches the cube of codes for images that explain the data: {@code min ||A(D(z))-y||²/(2
 * sigma²)}, which has many local minima. Each image's search starts from the encoder's code of the
 * first estimate and from the best of a pool of random codes; after a few steps the best go on,
 * fewer where the data leave no choice, and in the end they are averaged.
 *
 * <p>The random codes are the same for every image, so an image's result does not depend on the
 * stack it came in. One instance serves one restoration.
 */
final class LatentSearch implements Solver {
  /** Codes evaluated at once: enough to fill the processor, few enough for its caches. */
  private static final int CODES_AT_ONCE = 256;

  /** The most values in a stack of images: 64 MiB. */
  private static final int VALUES_AT_ONCE = 1 << 24;

  /**
   * A start that would weigh less than this in the mean, even far from its minimum, is given up.
   */
  private static final double NEGLIGIBLE = 1e-6;

  private final LatentSpace space;
  private final LatentSettings settings;
  private StartPool pool;

  LatentSearch(LatentSpace space, LatentSettings settings) {
    this.space = space;
    this.settings = settings;
  }

  @Override
  public int steps() {
    return settings.searchSteps() + settings.refineSteps();
  }

  @Override
  public int chunk() {
    int codes = Math.min(CODES_AT_ONCE, VALUES_AT_ONCE / space.shape().size());
    return Math.max(1, codes / settings.starts());
  }

  @Override
  public void solve(Problem problem, Estimates estimates, Course course) {
    Blend blend = blend(problem);
    survivors(problem, estimates, course)
        .ifPresent(refined -> blend.apply(refined, problem.likelihood(), estimates));
  }

  /** The best codes for each image, refined; empty if the course said stop. */
  Optional<LatentDescent> survivors(Problem problem, Estimates estimates, Course course) {
    Candidates starts = Candidates.evenly(starts(problem, estimates.images()), problem.count());
    LatentDescent search = new LatentDescent(problem, space, starts);
    if (!search.run("search", decay(settings.searchSteps()), estimates, course)) {
      return Optional.empty();
    }
    Candidates best =
        starts.best(search.values(), settings.survivors(), blend(problem).margin(NEGLIGIBLE));
    LatentDescent refine = new LatentDescent(problem, space, best);
    return refine.run("refine", decay(settings.refineSteps()), estimates, course)
        ? Optional.of(refine)
        : Optional.empty();
  }

  /** How data terms weigh codes. */
  Blend blend(Problem problem) {
    return new Blend(problem.model().sigma(), settings.spread());
  }

  private CosineDecay decay(int steps) {
    return new CosineDecay(settings.stepSize(), steps);
  }

  private CodeStack starts(Problem problem, ImageStack firstEstimates) {
    if (pool == null) {
      int bound = Math.max(settings.starts(), VALUES_AT_ONCE / problem.y().shape().size());
      int size = Math.min(bound, Math.max(settings.starts(), settings.pool()));
      pool = StartPool.draw(space, problem.model(), size, settings.seed());
    }
    CodeStack encoded = CodeStack.zeros(problem.count(), space.dimension());
    space.encode(firstEstimates, encoded);
    CodeStack starts = CodeStack.zeros(problem.count() * settings.starts(), space.dimension());
    for (int i = 0; i < problem.count(); i++) {
      int slot = i * settings.starts();
      starts.set(slot, encoded, i);
      pool.chooseFor(problem.y(), i, settings.starts() - 1, starts, slot + 1);
    }
    return starts;
  }
}
