package io.imagepriors.tasks.restorer;

import java.util.Arrays;

/**
 * Minimises many small problems side by side by BFGS with steps of bounded length (Nocedal and
 * Wright, Numerical Optimization, 2nd edition, algorithm 6.1). Each point keeps its own estimate
 * {@code H} of the inverse Hessian and its own bound. It asks for the value and gradient {@code g}
 * at its best place plus {@code p = -H g}; if the value is low enough that becomes its best place
 * and the bound is raised, else the next step is shorter. Both outcomes teach {@code H}.
 *
 * <p>Points do not know of each other: where one goes does not depend on which others are there.
 * Not thread-safe.
 */
final class QuasiNewton {
  /** The share of the decrease promised by the slope that a step has to keep. */
  private static final double SUFFICIENT = 1e-4;

  /** The least cosine between a step and the gradient's change from which curvature is learned. */
  private static final double LEAST_COSINE = 1e-6;

  /** The longest step: logits span 12, and beyond a few of them the slope says nothing. */
  private static final double LONGEST = 3;

  /** When a point has gone far enough. */
  @FunctionalInterface
  interface Ending {
    /**
     * Whether to stay here.
     *
     * @param decrease by how much the next step is expected to lower the value
     * @param value at the best place
     */
    boolean isReached(double decrease, double value);
  }

  private final int dimension;
  private final Ending ending;
  private final float[] best;
  private final float[] trial;
  private final float[] gradient;
  private final double[] values;
  private final InverseHessians inverse;
  private final double[] bound;
  private final Stage[] stages;
  private final double[] step;
  private final double[] change;

  /** What is known of a point: nothing, a gradient, curvature, or that it has ended. */
  private enum Stage {
    NEW,
    EVALUATED,
    CURVED,
    ENDED
  }

  private QuasiNewton(int count, int dimension, Ending ending) {
    this.dimension = dimension;
    this.ending = ending;
    this.best = new float[count * dimension];
    this.trial = new float[count * dimension];
    this.gradient = new float[count * dimension];
    this.values = new double[count];
    this.inverse = new InverseHessians(count, dimension);
    this.bound = new double[count];
    this.stages = new Stage[count];
    this.step = new double[dimension];
    this.change = new double[dimension];
  }

  /**
   * Points at their first places.
   *
   * @param coordinates one point after the other; copied
   * @param dimension coordinates of a point
   * @param stepSize the first step's length, per coordinate, within the longest step
   */
  static QuasiNewton from(float[] coordinates, int dimension, double stepSize, Ending ending) {
    QuasiNewton points = new QuasiNewton(coordinates.length / dimension, dimension, ending);
    System.arraycopy(coordinates, 0, points.best, 0, coordinates.length);
    System.arraycopy(coordinates, 0, points.trial, 0, coordinates.length);
    Arrays.fill(points.values, Double.POSITIVE_INFINITY);
    Arrays.fill(points.bound, Math.min(LONGEST, stepSize * Math.sqrt(dimension)));
    Arrays.fill(points.stages, Stage.NEW);
    return points;
  }

  /** Some of the points, with all they have learned; copies. */
  QuasiNewton only(int[] indices) {
    QuasiNewton some = new QuasiNewton(indices.length, dimension, ending);
    for (int k = 0; k < indices.length; k++) {
      int from = indices[k];
      System.arraycopy(best, from * dimension, some.best, k * dimension, dimension);
      System.arraycopy(trial, from * dimension, some.trial, k * dimension, dimension);
      System.arraycopy(gradient, from * dimension, some.gradient, k * dimension, dimension);
      some.inverse.copy(k, inverse, from);
      some.values[k] = values[from];
      some.bound[k] = bound[from];
      some.stages[k] = stages[from];
    }
    return some;
  }

  /** Where the points ask to be evaluated; live, and may be moved before. */
  float[] trial() {
    return trial;
  }

  /** The best places; live. */
  float[] best() {
    return best;
  }

  /** The values at the best places; live. Infinite before the first evaluation. */
  double[] values() {
    return values;
  }

  /** Whether a point stays where it is from now on. */
  boolean hasEnded(int point) {
    return stages[point] == Stage.ENDED;
  }

  /**
   * Takes what was found at {@link #trial()} and says there where to look next. What was found for
   * points that have ended is ignored.
   */
  void step(double[] found, float[] slopes) {
    for (int k = 0; k < values.length; k++) {
      if (stages[k] == Stage.ENDED) {
        continue;
      }
      if (stages[k] == Stage.NEW) {
        stages[k] = Stage.EVALUATED;
        accept(k, found[k], slopes);
        inverse.set(k, bound[k] / norm(k));
      } else {
        learn(k, found[k], slopes);
      }
      propose(k);
    }
  }

  private void learn(int k, double value, float[] slopes) {
    double slope = 0;
    double length = 0;
    double bend = 0;
    double turn = 0;
    for (int i = 0, at = k * dimension; i < dimension; i++, at++) {
      step[i] = trial[at] - best[at];
      change[i] = slopes[at] - gradient[at];
      slope += gradient[at] * step[i];
      length += step[i] * step[i];
      bend += step[i] * change[i];
      turn += change[i] * change[i];
    }
    length = Math.sqrt(length);
    if (bend > LEAST_COSINE * length * Math.sqrt(turn)) {
      if (stages[k] == Stage.EVALUATED) {
        stages[k] = Stage.CURVED;
        inverse.set(k, bend / turn);
      }
      inverse.update(k, step, change, bend);
    }
    double rise = value - values[k];
    if (rise <= SUFFICIENT * slope || !Double.isFinite(values[k] + gradientSquare(k))) {
      accept(k, value, slopes);
      bound[k] = Math.min(LONGEST, Math.max(bound[k], 2 * length));
    } else {
      // Where the parabola through both values and the slope is lowest, as a share of the step.
      double lowest = -slope / (2 * (rise - slope));
      bound[k] = length * (lowest > 0.1 ? Math.min(0.5, lowest) : 0.1);
    }
  }

  private void accept(int k, double value, float[] slopes) {
    System.arraycopy(trial, k * dimension, best, k * dimension, dimension);
    System.arraycopy(slopes, k * dimension, gradient, k * dimension, dimension);
    values[k] = value;
  }

  private void propose(int k) {
    double slope = inverse.newtonStep(k, gradient, step);
    double share = Math.min(1, bound[k] / length(step));
    if (!(slope < 0 && share > 0)) { // H has degenerated, or something is not a number
      double norm = norm(k);
      inverse.set(k, bound[k] / norm);
      slope = inverse.newtonStep(k, gradient, step);
      share = 1;
    }
    for (int i = 0, at = k * dimension; i < dimension; i++, at++) {
      trial[at] = (float) (best[at] + share * step[i]);
    }
    // Of a parabola whose minimum is a whole step away.
    double decrease = -slope * share * (1 - share / 2);
    if (slope == 0 || (stages[k] == Stage.CURVED && ending.isReached(decrease, values[k]))) {
      stages[k] = Stage.ENDED;
    }
  }

  /** The gradient's length, or a tiny number if it is 0. */
  private double norm(int k) {
    return Math.max(Math.sqrt(gradientSquare(k)), Float.MIN_NORMAL);
  }

  private double gradientSquare(int k) {
    double sum = 0;
    for (int i = k * dimension; i < (k + 1) * dimension; i++) {
      sum += gradient[i] * (double) gradient[i];
    }
    return sum;
  }

  private static double length(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
