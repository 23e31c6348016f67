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

  /** A change of the logarithm of a weight that is too small to go on for. */
  private static final double SMALL_WEIGHT = 0.1;

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
    // Each code has an image and a matrix of its own.
    long values = Math.max(space.shape().size(), (long) space.dimension() * space.dimension());
    int codes = (int) Math.min(CODES_AT_ONCE, VALUES_AT_ONCE / values);
    return Math.max(1, codes / settings.starts());
  }

  @Override
  public void solve(Problem problem, Estimates estimates, Course course) {
    Blend blend = blend(problem);
    survivors(problem, estimates, course)
        .ifPresent(refined -> blend.apply(refined, problem.likelihood(), estimates));
  }

  /** The best codes for each image, refined; empty if the course said stop. */
  Optional<Decoded> survivors(Problem problem, Estimates estimates, Course course) {
    Blend blend = blend(problem);
    Candidates starts = Candidates.evenly(starts(problem, estimates.images()), problem.count());
    LatentDescent descent =
        new LatentDescent(problem, space, starts, settings.stepSize(), ending(blend));
    if (!descent.run("search", settings.searchSteps(), estimates, course)) {
      return Optional.empty();
    }
    descent.keepBest(settings.survivors(), blend.margin(NEGLIGIBLE));
    if (!descent.run("refine", settings.refineSteps(), estimates, course)) {
      return Optional.empty();
    }
    return Optional.of(descent.finish(estimates));
  }

  /** How data terms weigh codes. */
  Blend blend(Problem problem) {
    return new Blend(problem.model().sigma(), settings.spread());
  }

  /**
   * A code stays where it is when a step would lower its data term by no more than a share, and
   * would hardly change its weight in the mean.
   */
  private QuasiNewton.Ending ending(Blend blend) {
    double hardly = SMALL_WEIGHT / blend.scale();
    return (decrease, value) ->
        decrease <= Math.min(hardly, settings.tolerance() * Math.abs(value));
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
