package io.imagepriors.tasks.restorer;

import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Lowers {@code ||A(x)-y||²/(2 sigma²) + lambda TV(x)} over images in [0, 1]. An image that has
 * settled rests, so its result does not depend on the others.
 *
 * @param sizes the weight {@code lambda sigma²} and the sizes of steps
 * @param steps the most steps
 * @param tolerance an image has settled when ten steps move it by less: the root of the mean square
 *     over its values
 */
record TotalVariationSolver(PrimalDual.Steps sizes, int steps, double tolerance) implements Solver {
  private static final int IMAGES_AT_ONCE = 256;
  private static final int STRIDE = 10;

  @Override
  public int chunk() {
    return IMAGES_AT_ONCE;
  }

  @Override
  public void solve(Problem problem, Estimates estimates, Course course) {
    PrimalDual descent = new PrimalDual(estimates.images(), sizes);
    int[] moving = IntStream.range(0, problem.count()).toArray();
    boolean goOn = true;
    for (int done = 0; done < steps && goOn && moving.length > 0; done += STRIDE) {
      ImageStack before = descent.images().copy();
      int stride = Math.min(STRIDE, steps - done);
      goOn = stride(descent, moving, stride, problem, estimates, course);
      int[] unsettled = unsettled(before, descent.images());
      if (unsettled.length > 0 && unsettled.length < moving.length) {
        descent = descent.keep(unsettled);
      }
      int[] all = moving;
      moving = Arrays.stream(unsettled).map(place -> all[place]).toArray();
    }
  }

  /** Takes a few steps with the images that still move; says whether to go on. */
  private boolean stride(
      PrimalDual descent,
      int[] moving,
      int steps,
      Problem problem,
      Estimates estimates,
      Course course) {
    Energy likelihood =
        moving.length == problem.count()
            ? problem.likelihood()
            : problem.model().likelihood(problem.y().gather(moving));
    double variance = problem.model().sigma() * problem.model().sigma();
    double[] values = new double[moving.length];
    for (int step = 0; step < steps; step++) {
      ImageStack seen = descent.step(likelihood, variance, values);
      for (int i = 0; i < moving.length; i++) {
        estimates.offer(moving[i], values[i], seen, i);
      }
      if (!course.step("total variation", estimates.objective())) {
        return false;
      }
    }
    return true;
  }

  /** Where the images stand that moved by more than the tolerance. */
  private int[] unsettled(ImageStack before, ImageStack after) {
    double most = tolerance * tolerance * before.shape().size();
    return IntStream.range(0, before.count())
        .filter(i -> squaredDistance(before, after, i) >= most)
        .toArray();
  }

  private static double squaredDistance(ImageStack a, ImageStack b, int index) {
    double sum = 0;
    for (int k = a.offset(index); k < a.offset(index) + a.shape().size(); k++) {
      double difference = a.pixels()[k] - b.pixels()[k];
      sum += difference * difference;
    }
    return sum;
  }
}
