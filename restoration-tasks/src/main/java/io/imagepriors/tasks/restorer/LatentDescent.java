package io.imagepriors.tasks.restorer;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;

/**
 * Lowers the data term {@code -log p(y|D(z))} over codes, all candidates of all images at once.
 * Adam moves the logits of the codes. Keeps its buffers.
 */
final class LatentDescent {
  private final LatentSpace space;
  private final Energy likelihood;
  private final Candidates candidates;
  private final CodeStack codes;
  private final CodeStack logits;
  private final CodeStack gradient;
  private final ImageStack decoded;
  private final ImageStack cotangent;
  private final double[] values;

  /** Starts from the candidates, whose codes it moves. */
  LatentDescent(Problem problem, LatentSpace space, Candidates candidates) {
    this.space = space;
    this.candidates = candidates;
    this.codes = candidates.codes();
    this.likelihood = problem.model().likelihood(candidates.counterparts(problem.y()));
    this.logits = codes.like();
    this.gradient = codes.like();
    this.decoded = ImageStack.zeros(codes.count(), space.shape());
    this.cotangent = decoded.like();
    this.values = new double[codes.count()];
    Logits.ofCodes(codes.values(), logits.values());
    Logits.toCodes(logits.values(), codes.values());
  }

  /**
   * Takes gradient steps, offering each image's best as it goes, and evaluates where they end.
   *
   * @return whether it ran to its end
   */
  boolean run(String stage, CosineDecay decay, Estimates estimates, Course course) {
    Adam adam = new Adam(logits.values().length);
    for (int step = 0; step < decay.steps(); step++) {
      space.valueAndGradient(likelihood, codes, values, gradient, decoded, cotangent);
      offer(estimates);
      Logits.chain(codes.values(), gradient.values());
      adam.step(logits.values(), gradient.values(), decay.rate(step));
      Logits.clip(logits.values());
      Logits.toCodes(logits.values(), codes.values());
      if (!course.step(stage, estimates.objective())) {
        return false;
      }
    }
    space.decode(codes, decoded);
    System.arraycopy(likelihood.values(decoded), 0, values, 0, values.length);
    offer(estimates);
    return true;
  }

  /** The candidates where they are now. */
  Candidates candidates() {
    return candidates;
  }

  /** The candidates' images as last evaluated; live. */
  ImageStack decoded() {
    return decoded;
  }

  /** The data terms as last evaluated; live. */
  double[] values() {
    return values;
  }

  private void offer(Estimates estimates) {
    for (int k = 0; k < values.length; k++) {
      estimates.offer(candidates.owner(k), values[k], decoded, k);
    }
  }
}
