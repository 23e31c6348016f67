package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.ImageStack;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Undoes a linear damage by a filter made for noise (plug-and-play: Venkatakrishnan, Bouman and
 * Wohlberg, doi:10.1109/GlobalSIP.2013.6737048): {@code x <- F_s(x + Aᵀ(y - A x) / ||A||²)}, the
 * strength {@code s} of the filter {@code F} falling from rough to the noise that is there. For
 * noise alone this is the filter itself, in one step. For a mask, seen pixels are filtered, and
 * missing ones are what the filter makes of those around them. There is no objective that it
 * lowers; what it reports is the misfit {@code ||A(x)-y||²/(2 sigma²)}.
 *
 * @param filter {@code F}
 * @param steps how often it is applied where there is more than noise
 */
record FilterSolver(ImageFilter filter, int steps) implements Solver {
  private static final int IMAGES_AT_ONCE = 64;

  /** Rough enough to fill a hole, and no rougher than what the filters can take. */
  private static final double ROUGHEST = 0.25;

  @Override
  public int chunk() {
    return IMAGES_AT_ONCE;
  }

  @Override
  public void solve(Problem problem, Estimates estimates, Course course) {
    ForwardModel model = problem.model();
    boolean noiseAlone = isNoiseAlone(model);
    int count = noiseAlone ? 1 : steps;
    // Pixels that are kept keep their size; power iteration would come near 1 only.
    double norm = noiseAlone || model.observed().isPresent() ? 1 : OperatorNorm.squared(model);
    ImageStack x = estimates.images().copy();
    ImageStack filtered = x.like();
    boolean goOn = true;
    for (int step = 0; step < count && goOn; step++) {
      if (norm > 0) {
        approachData(problem, norm, x);
      }
      filter.apply(x, strength(step, count, model.sigma()), filtered);
      filtered.clamp();
      x.setAll(filtered);
      double[] misfit = problem.likelihood().values(x);
      for (int i = 0; i < misfit.length; i++) {
        estimates.replace(i, misfit[i], x, i);
      }
      goOn = course.step("filter", misfit);
    }
  }

  /** From {@value #ROUGHEST} down to the noise, by equal factors. */
  private static double strength(int step, int count, double sigma) {
    double rest = count == 1 ? 0 : (count - 1.0 - step) / (count - 1);
    return sigma * Math.pow(Math.max(1, ROUGHEST / sigma), rest);
  }

  /** Writes {@code x + Aᵀ(y - A x) / ||A||²} over {@code x}. */
  private static void approachData(Problem problem, double norm, ImageStack x) {
    ForwardModel model = problem.model();
    ImageStack difference = ImageStack.zeros(x.count(), model.degraded());
    model.apply(x, difference);
    for (int k = 0; k < difference.pixels().length; k++) {
      difference.pixels()[k] = problem.y().pixels()[k] - difference.pixels()[k];
    }
    ImageStack step = x.like();
    model.adjoint(x, difference, step);
    for (int k = 0; k < x.pixels().length; k++) {
      x.pixels()[k] += (float) (step.pixels()[k] / norm);
    }
  }

  /** Whether the operator is the identity, tried on a random image. */
  static boolean isNoiseAlone(ForwardModel model) {
    if (!model.degraded().equals(model.clean())) {
      return false;
    }
    ImageStack x = ImageStack.zeros(1, model.clean());
    SplittableRandom random = new SplittableRandom(0);
    for (int k = 0; k < x.pixels().length; k++) {
      x.pixels()[k] = random.nextFloat();
    }
    ImageStack y = x.like();
    model.apply(x, y);
    return Arrays.equals(x.pixels(), y.pixels());
  }
}
