package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import java.util.stream.IntStream;

/** Candidates with what they decode to, and how well that fits. */
final class Decoded {
  private final Candidates candidates;
  private final ImageStack images;
  private final double[] values;

  /** Decodes candidates and compares them with the images that they compete for. */
  Decoded(Candidates candidates, Problem problem, LatentSpace space) {
    this.candidates = candidates;
    this.images = ImageStack.zeros(candidates.count(), space.shape());
    space.decode(candidates.codes(), images);
    int[] all = IntStream.range(0, candidates.count()).toArray();
    ImageStack y = candidates.counterparts(problem.y(), all);
    this.values = problem.model().likelihood(y).values(images);
  }

  /** The codes. */
  Candidates candidates() {
    return candidates;
  }

  /** The image of each. */
  ImageStack images() {
    return images;
  }

  /** The data term of each; live. */
  double[] values() {
    return values;
  }
}
