package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.LatentSpace;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Lowers the data term {@code -log p(y|D(z))} over codes, all candidates of all images at once.
 * {@link QuasiNewton} moves the logits of the codes. Candidates that have ended leave the stack
 * that is evaluated.
 */
final class LatentDescent {
  /** Making smaller buffers pays if this share of the candidates at work can leave. */
  private static final double WORTH_LEAVING = 0.35;

  private final Problem problem;
  private final LatentSpace space;
  private Candidates candidates;
  private double[] lowest;

  /** Which candidates are at work: point {@code k} of the minimiser is candidate active[k]. */
  private int[] active;

  private QuasiNewton points;
  private CodeEnergy energy;
  private boolean evaluated;

  /**
   * Starts from the candidates.
   *
   * @param stepSize the first step's length, for each logit
   * @param ending when a candidate has gone far enough
   */
  LatentDescent(
      Problem problem,
      LatentSpace space,
      Candidates starts,
      double stepSize,
      QuasiNewton.Ending ending) {
    this.problem = problem;
    this.space = space;
    this.candidates = starts;
    this.lowest = new double[starts.count()];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    float[] logits = new float[starts.codes().values().length];
    Logits.ofCodes(starts.codes().values(), logits);
    workOn(
        IntStream.range(0, starts.count()).toArray(),
        QuasiNewton.from(logits, space.dimension(), stepSize, ending));
  }

  /**
   * Evaluates so many times, offering each image's best as it goes. Once all candidates have ended,
   * the steps that are left are counted but not taken.
   *
   * @return whether it ran to its end
   */
  boolean run(String stage, int steps, Estimates estimates, Course course) {
    for (int step = 0; step < steps; step++) {
      if (active.length > 0) {
        step(estimates);
      }
      if (!course.step(stage, estimates.objective())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Goes on with the best of each image alone.
   *
   * @param most the most candidates to keep for an image
   * @param margin how far above an image's lowest value a candidate may lie to be kept
   */
  void keepBest(int most, double margin) {
    store();
    if (!evaluated) {
      lowest = new Decoded(candidates, problem, space).values();
    }
    int[] kept = candidates.best(lowest, most, margin);
    int[] pointOf = new int[candidates.count()];
    Arrays.fill(pointOf, -1);
    for (int k = 0; k < active.length; k++) {
      pointOf[active[k]] = k;
    }
    candidates = candidates.only(kept);
    lowest = Arrays.stream(kept).mapToDouble(k -> lowest[k]).toArray();
    int[] going =
        IntStream.range(0, kept.length)
            .filter(k -> pointOf[kept[k]] >= 0 && !points.hasEnded(pointOf[kept[k]]))
            .toArray();
    workOn(going, points.only(Arrays.stream(going).map(k -> pointOf[kept[k]]).toArray()));
  }

  /** The candidates at the best places they have found, with their images. */
  Decoded finish(Estimates estimates) {
    store();
    Decoded found = new Decoded(candidates, problem, space);
    for (int k = 0; k < candidates.count(); k++) {
      estimates.offer(candidates.owner(k), found.values()[k], found.images(), k);
    }
    return found;
  }

  private void step(Estimates estimates) {
    Logits.clip(points.trial());
    energy.evaluate(points.trial());
    evaluated = true;
    for (int k = 0; k < active.length; k++) {
      if (!points.hasEnded(k)) {
        estimates.offer(candidates.owner(active[k]), energy.values()[k], energy.decoded(), k);
      }
    }
    points.step(energy.values(), energy.gradient());
    int[] going = IntStream.range(0, active.length).filter(k -> !points.hasEnded(k)).toArray();
    if (active.length - going.length >= WORTH_LEAVING * active.length) {
      store();
      workOn(Arrays.stream(going).map(k -> active[k]).toArray(), points.only(going));
    }
  }

  /** Writes the best places of those at work back to the candidates. */
  private void store() {
    if (active.length > 0) {
      CodeStack best = CodeStack.zeros(active.length, space.dimension());
      Logits.toCodes(points.best(), best.values());
      for (int k = 0; k < active.length; k++) {
        candidates.codes().set(active[k], best, k);
        lowest[active[k]] = points.values()[k];
      }
    }
  }

  private void workOn(int[] chosen, QuasiNewton theirPoints) {
    active = chosen;
    points = theirPoints;
    if (chosen.length > 0) {
      energy = new CodeEnergy(problem.model(), candidates.counterparts(problem.y(), chosen), space);
    }
  }
}
